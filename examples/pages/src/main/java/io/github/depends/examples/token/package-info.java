/** The token endpoint of docs/security.md. */
@NullMarked
package io.github.depends.examples.token;

import org.jspecify.annotations.NullMarked;
