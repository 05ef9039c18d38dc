package io.github.depends.examples.security;

/** Whose key has signed a request. */
record Partner(String name) {}
