/** From raw measurements to records, ratios, tables and pictures. Knows nothing of what is measured but names. */
@NullMarked
package io.github.depends.benchmarks.report;

import org.jspecify.annotations.NullMarked;
