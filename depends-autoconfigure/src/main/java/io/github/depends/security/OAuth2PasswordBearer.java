package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token that a client gets by user name and password (RFC 6749, 4.3). Immutable. */
public final class OAuth2PasswordBearer implements SecurityScheme<String> {

    private final SchemeDescription description;
    private final boolean required;
    private final @Nullable String realm;

    private OAuth2PasswordBearer(SchemeDescription description, boolean required, @Nullable String realm) {
        this.description = description;
        this.required = required;
        this.realm = realm;
    }

    /**
     * Creates the scheme.
     *
     * @param tokenUrl where the client gets it
     */
    public static OAuth2PasswordBearer of(String tokenUrl) {
        return new OAuth2PasswordBearer(SchemeDescription.oauth2Password(tokenUrl), true, null);
    }

    /** Returns a scheme whose value is {@code null} where there are no credentials. */
    public OAuth2PasswordBearer optional() {
        return new OAuth2PasswordBearer(description, false, realm);
    }

    /** Returns a scheme that documents an OAuth2 scope more. */
    public OAuth2PasswordBearer scope(String scope, String text) {
        return new OAuth2PasswordBearer(description.withScope(scope, text), required, realm);
    }

    /** Returns a scheme with a realm in its challenge. */
    public OAuth2PasswordBearer realm(String name) {
        return new OAuth2PasswordBearer(description, required, name);
    }

    /** Returns a scheme with a text for the OpenAPI document. */
    public OAuth2PasswordBearer description(String text) {
        return new OAuth2PasswordBearer(description.withDescription(text), required, realm);
    }

    /** Returns a scheme with a key of its own in the OpenAPI document. */
    public OAuth2PasswordBearer schemeName(String name) {
        return new OAuth2PasswordBearer(description.withSchemeName(name), required, realm);
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
