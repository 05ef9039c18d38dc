/** The schemes of docs/security.md. */
@NullMarked
package io.github.depends.examples.security;

import org.jspecify.annotations.NullMarked;
