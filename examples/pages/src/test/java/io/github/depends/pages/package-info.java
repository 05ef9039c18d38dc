/** Sees to it that every code block of the documentation stands in a file that the build compiles and runs. */
@NullMarked
package io.github.depends.pages;

import org.jspecify.annotations.NullMarked;
