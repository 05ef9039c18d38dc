package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token that a client gets by user name and password (RFC 6749, 4.3). Immutable. */
public final class OAuth2PasswordBearer extends BearerScheme<OAuth2PasswordBearer> {

    private OAuth2PasswordBearer(SchemeDescription description, boolean required, @Nullable String realm) {
        super(description, required, realm);
    }

    /**
     * Creates the scheme.
     *
     * @param tokenUrl where the client gets it
     */
    public static OAuth2PasswordBearer of(String tokenUrl) {
        return new OAuth2PasswordBearer(SchemeDescription.oauth2Password(tokenUrl), true, null);
    }

    /** Returns a scheme that documents an OAuth2 scope more. */
    public OAuth2PasswordBearer scope(String scope, String text) {
        return documentedScope(scope, text);
    }

    @Override
    OAuth2PasswordBearer with(SchemeDescription description, boolean required, @Nullable String realm) {
        return new OAuth2PasswordBearer(description, required, realm);
    }
}
