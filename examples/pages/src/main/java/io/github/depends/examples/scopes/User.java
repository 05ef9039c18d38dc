package io.github.depends.examples.scopes;

/** Somebody who is known. */
record User(String name) {}
