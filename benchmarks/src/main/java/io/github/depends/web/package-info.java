/** What measures the phases from inside their package. */
@NullMarked
package io.github.depends.web;

import org.jspecify.annotations.NullMarked;
