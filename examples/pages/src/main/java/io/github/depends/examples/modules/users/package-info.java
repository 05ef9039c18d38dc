/** Knows who sends a request. */
@NullMarked
package io.github.depends.examples.modules.users;

import org.jspecify.annotations.NullMarked;
