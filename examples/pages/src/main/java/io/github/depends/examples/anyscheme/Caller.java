package io.github.depends.examples.anyscheme;

/** Who sends a request: a user or another program. */
record Caller(String name) {}
