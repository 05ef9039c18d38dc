/** The connection of a tenant, of docs/yield.md. */
@NullMarked
package io.github.depends.examples.tenants;

import org.jspecify.annotations.NullMarked;
