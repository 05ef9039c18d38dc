/** The verified, immutable graph of all dependencies: its model, its rules, and how it is made. */
@NullMarked
package io.github.depends.graph;

import org.jspecify.annotations.NullMarked;
