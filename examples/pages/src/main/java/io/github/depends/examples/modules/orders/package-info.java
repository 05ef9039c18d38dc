/** Shows orders to those who gave them. */
@NullMarked
package io.github.depends.examples.modules.orders;

import org.jspecify.annotations.NullMarked;
