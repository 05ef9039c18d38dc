/** What only an administrator may do, and how the first one comes to be. */
@NullMarked
package io.github.depends.demo.admin;

import org.jspecify.annotations.NullMarked;
