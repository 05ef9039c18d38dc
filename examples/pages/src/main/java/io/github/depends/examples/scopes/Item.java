package io.github.depends.examples.scopes;

/** What is for sale. */
record Item(String name) {}
