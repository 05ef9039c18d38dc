/** Where an administrator's client gets its access token: RFC 6749, section 4.3. */
@NullMarked
package io.github.depends.demo.oauth;

import org.jspecify.annotations.NullMarked;
