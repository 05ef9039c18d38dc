/** Articles, found, written, and liked. */
@NullMarked
package io.github.depends.demo.articles;

import org.jspecify.annotations.NullMarked;
