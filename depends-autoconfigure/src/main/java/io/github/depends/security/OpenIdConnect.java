package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads a bearer token of an OpenID Connect provider. Immutable. */
public final class OpenIdConnect implements SecurityScheme<String> {

    private final SchemeDescription description;
    private final boolean required;
    private final @Nullable String realm;

    private OpenIdConnect(SchemeDescription description, boolean required, @Nullable String realm) {
        this.description = description;
        this.required = required;
        this.realm = realm;
    }

    /**
     * Creates the scheme.
     *
     * @param openIdConnectUrl discovery document of the provider
     */
    public static OpenIdConnect of(String openIdConnectUrl) {
        return new OpenIdConnect(SchemeDescription.openIdConnect(openIdConnectUrl), true, null);
    }

    /** Returns a scheme whose value is {@code null} where there are no credentials. */
    public OpenIdConnect optional() {
        return new OpenIdConnect(description, false, realm);
    }

    /** Returns a scheme with a realm in its challenge. */
    public OpenIdConnect realm(String name) {
        return new OpenIdConnect(description, required, name);
    }

    /** Returns a scheme with a text for the OpenAPI document. */
    public OpenIdConnect description(String text) {
        return new OpenIdConnect(description.withDescription(text), required, realm);
    }

    /** Returns a scheme with a key of its own in the OpenAPI document. */
    public OpenIdConnect schemeName(String name) {
        return new OpenIdConnect(description.withSchemeName(name), required, realm);
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
