/** A route that no guard covers, of docs/guards-and-levels.md. */
@NullMarked
package io.github.depends.examples.uncovered;

import org.jspecify.annotations.NullMarked;
