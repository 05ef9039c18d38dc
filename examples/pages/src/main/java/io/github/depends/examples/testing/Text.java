package io.github.depends.examples.testing;

/** What is said. */
record Text(String value) {}
