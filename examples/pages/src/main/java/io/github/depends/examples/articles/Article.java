package io.github.depends.examples.articles;

/** What is read. */
record Article(String title) {}
