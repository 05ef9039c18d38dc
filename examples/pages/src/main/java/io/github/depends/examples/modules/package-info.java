/** An application of two modules, of docs/testing.md. */
@NullMarked
package io.github.depends.examples.modules;

import org.jspecify.annotations.NullMarked;
