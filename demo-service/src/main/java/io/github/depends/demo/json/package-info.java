/** How values look in JSON. */
@NullMarked
package io.github.depends.demo.json;

import org.jspecify.annotations.NullMarked;
