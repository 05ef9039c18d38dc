package io.github.depends.examples.standalone;

/** Somebody who is known. */
record User(String name) {}
