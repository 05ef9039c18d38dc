/** The guards of docs/guards-and-levels.md. */
@NullMarked
package io.github.depends.examples.guards;

import org.jspecify.annotations.NullMarked;
