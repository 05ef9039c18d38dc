/** Who is asking: tokens, read by a security scheme and told as a class. */
@NullMarked
package io.github.depends.demo.auth;

import org.jspecify.annotations.NullMarked;
