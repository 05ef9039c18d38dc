/** The users, quotes and roles of docs/dependencies.md. */
@NullMarked
package io.github.depends.examples.declaring;

import org.jspecify.annotations.NullMarked;
