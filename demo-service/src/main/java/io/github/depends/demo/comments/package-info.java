/** What readers say about an article. */
@NullMarked
package io.github.depends.demo.comments;

import org.jspecify.annotations.NullMarked;
