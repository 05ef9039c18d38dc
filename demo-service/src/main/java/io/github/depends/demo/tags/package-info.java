/** What articles are about. */
@NullMarked
package io.github.depends.demo.tags;

import org.jspecify.annotations.NullMarked;
