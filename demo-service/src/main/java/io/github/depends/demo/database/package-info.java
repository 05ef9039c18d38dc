/** One connection and one transaction for each request. */
@NullMarked
package io.github.depends.demo.database;

import org.jspecify.annotations.NullMarked;
