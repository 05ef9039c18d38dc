/** Constraints that several requests share. */
@NullMarked
package io.github.depends.demo.validation;

import org.jspecify.annotations.NullMarked;
