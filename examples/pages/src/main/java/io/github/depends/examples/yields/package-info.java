/** The recipes of docs/yield.md. */
@NullMarked
package io.github.depends.examples.yields;

import org.jspecify.annotations.NullMarked;
