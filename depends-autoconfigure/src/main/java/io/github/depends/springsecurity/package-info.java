/** Spring Security as the source of identity and OAuth2 scopes; the only place that knows it. */
@NullMarked
package io.github.depends.springsecurity;

import org.jspecify.annotations.NullMarked;
