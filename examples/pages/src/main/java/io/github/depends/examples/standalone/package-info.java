/** The controller that docs/testing.md serves without an application. */
@NullMarked
package io.github.depends.examples.standalone;

import org.jspecify.annotations.NullMarked;
