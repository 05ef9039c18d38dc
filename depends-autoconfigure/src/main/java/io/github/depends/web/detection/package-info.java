/** Finds, at start-up, what an application declares: beans, controllers, uses on every level. */
@NullMarked
package io.github.depends.web.detection;

import org.jspecify.annotations.NullMarked;
