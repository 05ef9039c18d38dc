/** Spring's transactions as a thread-bound yield; the only place that knows them. */
@NullMarked
package io.github.depends.transaction;

import org.jspecify.annotations.NullMarked;
