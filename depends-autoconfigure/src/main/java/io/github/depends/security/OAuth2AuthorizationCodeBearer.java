package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token that a client gets by the authorization code flow (RFC 6749, 4.1). Immutable. */
public final class OAuth2AuthorizationCodeBearer implements SecurityScheme<String> {

    private final SchemeDescription description;
    private final boolean required;
    private final @Nullable String realm;

    private OAuth2AuthorizationCodeBearer(SchemeDescription description, boolean required, @Nullable String realm) {
        this.description = description;
        this.required = required;
        this.realm = realm;
    }

    /**
     * Creates the scheme.
     *
     * @param authorizationUrl where the user grants access
     * @param tokenUrl where the client gets the token
     */
    public static OAuth2AuthorizationCodeBearer of(String authorizationUrl, String tokenUrl) {
        return new OAuth2AuthorizationCodeBearer(
                SchemeDescription.oauth2AuthorizationCode(authorizationUrl, tokenUrl), true, null);
    }

    /** Returns a scheme whose value is {@code null} where there are no credentials. */
    public OAuth2AuthorizationCodeBearer optional() {
        return new OAuth2AuthorizationCodeBearer(description, false, realm);
    }

    /** Returns a scheme that documents an OAuth2 scope more. */
    public OAuth2AuthorizationCodeBearer scope(String scope, String text) {
        return new OAuth2AuthorizationCodeBearer(description.withScope(scope, text), required, realm);
    }

    /** Returns a scheme with a realm in its challenge. */
    public OAuth2AuthorizationCodeBearer realm(String name) {
        return new OAuth2AuthorizationCodeBearer(description, required, name);
    }

    /** Returns a scheme with a text for the OpenAPI document. */
    public OAuth2AuthorizationCodeBearer description(String text) {
        return new OAuth2AuthorizationCodeBearer(description.withDescription(text), required, realm);
    }

    /** Returns a scheme with a key of its own in the OpenAPI document. */
    public OAuth2AuthorizationCodeBearer schemeName(String name) {
        return new OAuth2AuthorizationCodeBearer(description.withSchemeName(name), required, realm);
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
