package io.github.depends.examples.testing;

/** What has been sold. */
record Report(String text) {}
