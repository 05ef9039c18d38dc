/** Articles for the pages of partners, each of which is a tenant. */
@NullMarked
package io.github.depends.demo.syndication;

import org.jspecify.annotations.NullMarked;
