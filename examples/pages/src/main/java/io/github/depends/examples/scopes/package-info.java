/** The OAuth2 scopes of docs/security.md. */
@NullMarked
package io.github.depends.examples.scopes;

import org.jspecify.annotations.NullMarked;
