package io.github.depends.examples.testing;

/** Somebody who is known. */
record User(String name) {}
