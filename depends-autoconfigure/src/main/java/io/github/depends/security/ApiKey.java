package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads an API key from a header, the query string or a cookie. Immutable. */
public final class ApiKey implements SecurityScheme<String> {

    private final SchemeDescription description;
    private final String in;
    private final String name;
    private final boolean required;
    private final @Nullable String realm;

    private ApiKey(SchemeDescription description, String in, String name, boolean required, @Nullable String realm) {
        this.description = description;
        this.in = in;
        this.name = name;
        this.required = required;
        this.realm = realm;
    }

    /** Creates a scheme that reads a header. */
    public static ApiKey header(String name) {
        return of("header", name);
    }

    /** Creates a scheme that reads a parameter of the query string. */
    public static ApiKey query(String name) {
        return of("query", name);
    }

    /** Creates a scheme that reads a cookie; mind that browsers send cookies unasked (CSRF). */
    public static ApiKey cookie(String name) {
        return of("cookie", name);
    }

    /** Returns a scheme whose value is {@code null} where there is no key. */
    public ApiKey optional() {
        return new ApiKey(description, in, name, false, realm);
    }

    /** Returns a scheme with a realm in its challenge. */
    public ApiKey realm(String value) {
        return new ApiKey(description, in, name, required, value);
    }

    /** Returns a scheme with a text for the OpenAPI document. */
    public ApiKey description(String text) {
        return new ApiKey(description.withDescription(text), in, name, required, realm);
    }

    /** Returns a scheme with a key of its own in the OpenAPI document. */
    public ApiKey schemeName(String key) {
        return new ApiKey(description.withSchemeName(key), in, name, required, realm);
    }

    @Override
    public @Nullable String credentials(CredentialSource request) {
        return Credentials.single(
                switch (in) {
                    case "header" -> request.headers(name);
                    case "query" -> request.queryParameters(name);
                    default -> request.cookies(name);
                },
                in,
                name);
    }

    @Override
    public String challenge() {
        return Credentials.challenge("ApiKey", realm);
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public SchemeDescription describe() {
        return description;
    }

    private static ApiKey of(String in, String name) {
        return new ApiKey(SchemeDescription.apiKey(in, name), in, name, true, null);
    }
}
