package io.github.depends.examples.declaring;

import java.util.Set;

/** Somebody who is known. */
record User(String name, Set<String> roles) {}
