/** Replacing request dependencies in tests, and checking the graph as a whole. */
@NullMarked
package io.github.depends.test;

import org.jspecify.annotations.NullMarked;
