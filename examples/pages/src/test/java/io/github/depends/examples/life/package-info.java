/** The log of docs/life-of-a-request.md. */
@NullMarked
package io.github.depends.examples.life;

import org.jspecify.annotations.NullMarked;
