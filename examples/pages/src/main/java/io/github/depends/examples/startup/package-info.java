/** What docs/start-up.md shows refused: nothing here starts. */
@NullMarked
package io.github.depends.examples.startup;

import org.jspecify.annotations.NullMarked;
