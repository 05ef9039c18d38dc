/** The mail that readers get every morning. */
@NullMarked
package io.github.depends.demo.digest;

import org.jspecify.annotations.NullMarked;
