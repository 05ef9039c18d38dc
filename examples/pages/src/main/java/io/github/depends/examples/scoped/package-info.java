/** The bean of docs/request-scoped-beans.md. */
@NullMarked
package io.github.depends.examples.scoped;

import org.jspecify.annotations.NullMarked;
