package io.github.depends.examples.articles;

/** Somebody who is known. */
record Reader(String name) {}
