/** Introduces the parts to each other in a Spring Boot application. */
@NullMarked
package io.github.depends.autoconfigure;

import org.jspecify.annotations.NullMarked;
