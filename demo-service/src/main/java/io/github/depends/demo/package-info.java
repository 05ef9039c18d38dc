/** The Conduit service: a blog's back end, and what a service on request dependencies looks like. */
@NullMarked
package io.github.depends.demo;

import org.jspecify.annotations.NullMarked;
