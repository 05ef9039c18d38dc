package io.github.depends.examples.springsecurity;

/** Whose money it is. */
record Account(String owner) {}
