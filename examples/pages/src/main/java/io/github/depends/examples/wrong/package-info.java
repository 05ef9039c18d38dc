/** The requests of docs/wrong-requests.md. */
@NullMarked
package io.github.depends.examples.wrong;

import org.jspecify.annotations.NullMarked;
