/** The mail of docs/background-tasks.md. */
@NullMarked
package io.github.depends.examples.tasks;

import org.jspecify.annotations.NullMarked;
