package io.github.depends.examples.openapi;

/** Who looks; nobody may be known. */
record Viewer(String name) {}
