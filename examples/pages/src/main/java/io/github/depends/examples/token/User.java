package io.github.depends.examples.token;

/** Somebody who is known. */
record User(String name) {}
