package io.github.depends.examples.articles;

/** A reader who may also see what is not for all. */
record Moderator(Reader reader) {}
