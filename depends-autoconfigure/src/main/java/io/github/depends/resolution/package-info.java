/** One request: the plan of an endpoint, its phases, and what it has opened. Knows no servlet type. */
@NullMarked
package io.github.depends.resolution;

import org.jspecify.annotations.NullMarked;
