package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/** Reads an API key from a header, the query string or a cookie. Immutable. */
public final class ApiKey extends ConfiguredScheme<String, ApiKey> {

    private final String in;
    private final String name;

    private ApiKey(SchemeDescription description, String in, String name, boolean required, @Nullable String realm) {
        super(description, required, realm);
        this.in = in;
        this.name = name;
    }

    /**
     * Creates a scheme that reads a header.
     *
     * @throws IllegalArgumentException if no header can have this name (RFC 9110, 5.1)
     */
    public static ApiKey header(String name) {
        return of("header", name);
    }

    /**
     * Creates a scheme that reads a parameter of the query string.
     *
     * @throws IllegalArgumentException if the name is blank or has a control character
     */
    public static ApiKey query(String name) {
        return of("query", name);
    }

    /**
     * Creates a scheme that reads a cookie; mind that browsers send cookies unasked (CSRF).
     *
     * @throws IllegalArgumentException if no cookie can have this name (RFC 6265, 4.1.1)
     */
    public static ApiKey cookie(String name) {
        return of("cookie", name);
    }

    private static ApiKey of(String in, String name) {
        return new ApiKey(SchemeDescription.apiKey(in, name), in, name, true, null);
    }

    @Override
    ApiKey with(SchemeDescription description, boolean required, @Nullable String realm) {
        return new ApiKey(description, in, name, required, realm);
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
        return Credentials.challenge("ApiKey", realm());
    }
}
