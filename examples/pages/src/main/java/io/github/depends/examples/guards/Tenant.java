package io.github.depends.examples.guards;

/** For whom a request is. */
record Tenant(String name) {}
