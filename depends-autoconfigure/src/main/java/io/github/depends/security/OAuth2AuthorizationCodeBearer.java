package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token that a client gets by the authorization code flow (RFC 6749, 4.1). Immutable. */
public final class OAuth2AuthorizationCodeBearer extends BearerScheme<OAuth2AuthorizationCodeBearer> {

    private OAuth2AuthorizationCodeBearer(SchemeDescription description, boolean required, @Nullable String realm) {
        super(description, required, realm);
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

    /** Returns a scheme that documents an OAuth2 scope more. */
    public OAuth2AuthorizationCodeBearer scope(String scope, String text) {
        return documentedScope(scope, text);
    }

    @Override
    OAuth2AuthorizationCodeBearer with(SchemeDescription description, boolean required, @Nullable String realm) {
        return new OAuth2AuthorizationCodeBearer(description, required, realm);
    }
}
