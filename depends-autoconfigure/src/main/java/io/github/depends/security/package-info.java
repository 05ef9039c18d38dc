/** Security schemes as dependencies, OAuth2 scopes and what a request without credentials gets. */
@NullMarked
package io.github.depends.security;

import org.jspecify.annotations.NullMarked;
