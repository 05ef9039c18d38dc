package io.github.depends.examples.declaring;

/** A price that is good as long as its session. */
record Quote(double price, boolean closed) {}
