/** The MDC, which travels with background tasks; the only place that knows SLF4J. */
@NullMarked
package io.github.depends.slf4j;

import org.jspecify.annotations.NullMarked;
