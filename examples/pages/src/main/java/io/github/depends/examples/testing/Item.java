package io.github.depends.examples.testing;

/** What is for sale. */
record Item(String name) {}
