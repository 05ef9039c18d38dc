/** Metrics of what is open and of what fails too late for an answer; the only place that knows Micrometer. */
@NullMarked
package io.github.depends.observation;

import org.jspecify.annotations.NullMarked;
