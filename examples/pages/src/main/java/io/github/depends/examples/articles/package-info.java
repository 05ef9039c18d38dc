/** The first example of the README. */
@NullMarked
package io.github.depends.examples.articles;

import org.jspecify.annotations.NullMarked;
