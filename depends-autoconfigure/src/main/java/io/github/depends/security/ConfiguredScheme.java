package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/**
 * What the schemes of this package have in common. Immutable: what configures it returns a new scheme.
 *
 * @param <T> type of the credentials
 * @param <S> the scheme itself
 */
abstract sealed class ConfiguredScheme<T, S extends ConfiguredScheme<T, S>> implements SecurityScheme<T>
        permits ApiKey, BearerScheme, HttpBasic {

    private final SchemeDescription description;
    private final boolean required;
    private final @Nullable String realm;

    ConfiguredScheme(SchemeDescription description, boolean required, @Nullable String realm) {
        this.description = description;
        this.required = required;
        this.realm = realm;
    }

    abstract S with(SchemeDescription description, boolean required, @Nullable String realm);

    /** Returns a scheme whose value is {@code null} where there are no credentials. */
    public S optional() {
        return with(description, false, realm);
    }

    /**
     * Returns a scheme with a realm in its challenge.
     *
     * @throws IllegalArgumentException if the realm has a control character, or one that no header can carry
     */
    public S realm(String name) {
        if (!NotAuthenticatedException.fitsHeader(name)) {
            throw new IllegalArgumentException("A realm is one line of ISO 8859-1 text");
        }
        return with(description, required, name);
    }

    /** Returns a scheme with a text for the OpenAPI document. */
    public S description(String text) {
        return with(description.withDescription(text), required, realm);
    }

    /** Returns a scheme with a key of its own in the OpenAPI document. */
    public S schemeName(String name) {
        return with(description.withSchemeName(name), required, realm);
    }

    /** Returns a scheme that documents an OAuth2 scope more. */
    S documentedScope(String scope, String text) {
        return with(description.withScope(scope, text), required, realm);
    }

    @Nullable String realm() {
        return realm;
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
