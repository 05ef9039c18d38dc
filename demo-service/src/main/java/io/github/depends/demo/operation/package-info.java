/** What those who run the service need. */
@NullMarked
package io.github.depends.demo.operation;

import org.jspecify.annotations.NullMarked;
