/** What must be true of every endpoint for an application to start; one class a rule. */
@NullMarked
package io.github.depends.graph.rule;

import org.jspecify.annotations.NullMarked;
