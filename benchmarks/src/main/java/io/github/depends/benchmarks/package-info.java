/** The scenario of the performance figures, by request dependencies and in four ways without, and what measures it. */
@NullMarked
package io.github.depends.benchmarks;

import org.jspecify.annotations.NullMarked;
