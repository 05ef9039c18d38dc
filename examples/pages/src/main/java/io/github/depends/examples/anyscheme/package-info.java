/** One of several schemes, of docs/security.md. */
@NullMarked
package io.github.depends.examples.anyscheme;

import org.jspecify.annotations.NullMarked;
