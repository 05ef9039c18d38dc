package io.github.depends.security;

import java.util.Objects;

/**
 * What {@link AnyScheme} has read.
 *
 * @param scheme which scheme it was: its {@code schemeName}, else the name of its bean, else that of its class, such as
 *     {@code httpBearer}
 * @param value its credentials, such as the token of a {@link HttpBearer}
 */
public record SchemeCredentials(String scheme, Object value) {

    /** Requires both. */
    public SchemeCredentials {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(value, "value");
    }

    /** Leaves the credentials out. */
    @Override
    public String toString() {
        return "SchemeCredentials[scheme=" + scheme + "]";
    }
}
