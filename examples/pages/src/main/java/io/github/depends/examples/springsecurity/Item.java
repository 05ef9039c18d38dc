package io.github.depends.examples.springsecurity;

/** What is for sale. */
record Item(String name) {}
