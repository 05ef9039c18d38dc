package io.github.depends.demo.comments;

/** The comment of the path, for its author; others do not get past it. */
record OwnComment(long id) {}
