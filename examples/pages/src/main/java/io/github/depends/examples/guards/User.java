package io.github.depends.examples.guards;

/** Somebody who is known. */
record User(String name) {}
