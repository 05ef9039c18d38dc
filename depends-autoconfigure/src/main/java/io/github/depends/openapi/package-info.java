/** Tells in the OpenAPI document what dependencies read and require; the only place that knows springdoc. */
@NullMarked
package io.github.depends.openapi;

import org.jspecify.annotations.NullMarked;
