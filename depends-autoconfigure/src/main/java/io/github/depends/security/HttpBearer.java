package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token from the {@code Authorization} header (RFC 6750, 2.1). Immutable. */
public final class HttpBearer extends BearerScheme<HttpBearer> {

    private HttpBearer(SchemeDescription description, boolean required, @Nullable String realm) {
        super(description, required, realm);
    }

    /** Creates the scheme. */
    public static HttpBearer of() {
        return new HttpBearer(SchemeDescription.http("bearer"), true, null);
    }

    @Override
    HttpBearer with(SchemeDescription description, boolean required, @Nullable String realm) {
        return new HttpBearer(description, required, realm);
    }
}
