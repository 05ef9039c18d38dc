/** Kotlin: default arguments, suspending functions and the names of the source; the only place that knows it. */
@NullMarked
package io.github.depends.kotlin;

import org.jspecify.annotations.NullMarked;
