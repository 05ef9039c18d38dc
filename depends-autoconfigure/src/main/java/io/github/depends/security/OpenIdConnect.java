package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token of an OpenID Connect provider. Immutable. */
public final class OpenIdConnect extends BearerScheme<OpenIdConnect> {

    private OpenIdConnect(SchemeDescription description, boolean required, @Nullable String realm) {
        super(description, required, realm);
    }

    /**
     * Creates the scheme.
     *
     * @param openIdConnectUrl discovery document of the provider
     */
    public static OpenIdConnect of(String openIdConnectUrl) {
        return new OpenIdConnect(SchemeDescription.openIdConnect(openIdConnectUrl), true, null);
    }

    @Override
    OpenIdConnect with(SchemeDescription description, boolean required, @Nullable String realm) {
        return new OpenIdConnect(description, required, realm);
    }
}
