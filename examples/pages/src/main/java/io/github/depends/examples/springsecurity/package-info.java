/** OAuth2 scopes that Spring Security has found, of docs/security.md. */
@NullMarked
package io.github.depends.examples.springsecurity;

import org.jspecify.annotations.NullMarked;
