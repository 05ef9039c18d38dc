package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token from the {@code Authorization} header (RFC 6750, 2.1). Immutable. */
public final class HttpBearer implements SecurityScheme<String> {

    private final SchemeDescription description;
    private final boolean required;
    private final @Nullable String realm;

    private HttpBearer(SchemeDescription description, boolean required, @Nullable String realm) {
        this.description = description;
        this.required = required;
        this.realm = realm;
    }

    /**
     * Creates the scheme.
     */
    public static HttpBearer of() {
        return new HttpBearer(SchemeDescription.http("bearer"), true, null);
    }

    /** Returns a scheme whose value is {@code null} where there are no credentials. */
    public HttpBearer optional() {
        return new HttpBearer(description, false, realm);
    }

    /** Returns a scheme with a realm in its challenge. */
    public HttpBearer realm(String name) {
        return new HttpBearer(description, required, name);
    }

    /** Returns a scheme with a text for the OpenAPI document. */
    public HttpBearer description(String text) {
        return new HttpBearer(description.withDescription(text), required, realm);
    }

    /** Returns a scheme with a key of its own in the OpenAPI document. */
    public HttpBearer schemeName(String name) {
        return new HttpBearer(description.withSchemeName(name), required, realm);
    }

    @Override
    public @Nullable String credentials(CredentialSource request) {
        return Credentials.authorization(request, "Bearer");
    }

    @Override
    public String challenge() {
        return Credentials.challenge("Bearer", realm);
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public SchemeDescription describe() {
        return description;
    }
}
