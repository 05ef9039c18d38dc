package io.github.depends.examples.tasks;

/** Somebody who has registered. */
record User(String name) {}
