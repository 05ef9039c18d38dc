package io.github.depends.examples.guards;

/** What lets somebody in. */
record Token(String token) {}
