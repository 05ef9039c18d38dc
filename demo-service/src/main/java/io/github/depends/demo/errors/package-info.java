/** One shape for every refusal. */
@NullMarked
package io.github.depends.demo.errors;

import org.jspecify.annotations.NullMarked;
