package io.github.depends.examples.security;

/** Somebody who is known. */
record User(String name) {}
