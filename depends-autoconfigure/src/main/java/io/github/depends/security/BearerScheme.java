package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/**
 * A bearer token in the {@code Authorization} header (RFC 6750, 2.1), however a client came by it.
 *
 * @param <S> the scheme itself
 */
abstract sealed class BearerScheme<S extends BearerScheme<S>> extends ConfiguredScheme<String, S>
        permits HttpBearer, OAuth2AuthorizationCodeBearer, OAuth2PasswordBearer, OpenIdConnect {

    BearerScheme(SchemeDescription description, boolean required, @Nullable String realm) {
        super(description, required, realm);
    }

    @Override
    public @Nullable String credentials(CredentialSource request) {
        return Credentials.authorization(request, "Bearer");
    }

    @Override
    public String challenge() {
        return Credentials.challenge("Bearer", realm());
    }
}
