package io.github.depends.examples.articles;

/** What a token says. */
record Claims(String subject) {}
