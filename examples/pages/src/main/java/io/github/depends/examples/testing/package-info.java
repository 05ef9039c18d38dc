/** The application that docs/testing.md tests. */
@NullMarked
package io.github.depends.examples.testing;

import org.jspecify.annotations.NullMarked;
