package io.github.depends.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenAPI document says of a security scheme (OpenAPI 3.1, Security Scheme Object). Immutable.
 *
 * @param type {@code http}, {@code apiKey}, {@code oauth2} or {@code openIdConnect}
 * @param httpScheme for {@code http}: name of the HTTP authentication scheme
 * @param in for {@code apiKey}: {@code header}, {@code query} or {@code cookie}
 * @param parameter for {@code apiKey}: name of the header, parameter or cookie
 * @param authorizationUrl for {@code oauth2} with the authorization code flow
 * @param tokenUrl for {@code oauth2}
 * @param openIdConnectUrl for {@code openIdConnect}
 * @param scopes for {@code oauth2}: OAuth2 scopes with their descriptions
 * @param description text for a reader
 * @param schemeName key in the document; the bean's name unless given
 */
public record SchemeDescription(
        String type,
        @Nullable String httpScheme,
        @Nullable String in,
        @Nullable String parameter,
        @Nullable String authorizationUrl,
        @Nullable String tokenUrl,
        @Nullable String openIdConnectUrl,
        Map<String, String> scopes,
        @Nullable String description,
        @Nullable String schemeName) {

    /**
     * Copies the OAuth2 scopes, keeping their order, and refuses names that no request and no document can have.
     *
     * @throws IllegalArgumentException if there is such a name
     */
    public SchemeDescription {
        scopes = Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
        scopes.keySet().forEach(HttpNames::requireScope);
        if (httpScheme != null) {
            HttpNames.requireToken("HTTP authentication scheme", httpScheme);
        }
        if (parameter != null) {
            requireParameter(in, parameter);
        }
        Stream.of(authorizationUrl, tokenUrl, openIdConnectUrl)
                .filter(Objects::nonNull)
                .forEach(HttpNames::requireUrl);
        if (schemeName != null) {
            HttpNames.requireSchemeName(schemeName);
        }
    }

    private static void requireParameter(@Nullable String in, String name) {
        if (in != null && in.equals("query")) {
            HttpNames.requireQueryName(name);
        } else if (in != null && (in.equals("header") || in.equals("cookie"))) {
            HttpNames.requireToken(in, name);
        } else {
            throw new IllegalArgumentException("An API key is in a header, in the query or in a cookie");
        }
    }

    /** Describes HTTP authentication, such as {@code bearer}. */
    public static SchemeDescription http(String scheme) {
        return new SchemeDescription("http", scheme, null, null, null, null, null, Map.of(), null, null);
    }

    /** Describes an API key. */
    public static SchemeDescription apiKey(String in, String name) {
        return new SchemeDescription("apiKey", null, in, name, null, null, null, Map.of(), null, null);
    }

    /** Describes OAuth2 with the resource owner password flow. */
    public static SchemeDescription oauth2Password(String tokenUrl) {
        return new SchemeDescription("oauth2", null, null, null, null, tokenUrl, null, Map.of(), null, null);
    }

    /** Describes OAuth2 with the authorization code flow. */
    public static SchemeDescription oauth2AuthorizationCode(String authorizationUrl, String tokenUrl) {
        return new SchemeDescription(
                "oauth2", null, null, null, authorizationUrl, tokenUrl, null, Map.of(), null, null);
    }

    /** Describes OpenID Connect discovery. */
    public static SchemeDescription openIdConnect(String url) {
        return new SchemeDescription("openIdConnect", null, null, null, null, null, url, Map.of(), null, null);
    }

    /** Returns this description with an OAuth2 scope more. */
    public SchemeDescription withScope(String scope, String text) {
        Map<String, String> more = new LinkedHashMap<>(scopes);
        more.put(scope, text);
        return with(more, description, schemeName);
    }

    /** Returns this description with a text for a reader. */
    public SchemeDescription withDescription(String text) {
        return with(scopes, text, schemeName);
    }

    /** Returns this description with a key in the document. */
    public SchemeDescription withSchemeName(String name) {
        return with(scopes, description, name);
    }

    private SchemeDescription with(
            Map<String, String> scopes, @Nullable String description, @Nullable String schemeName) {
        return new SchemeDescription(
                type,
                httpScheme,
                in,
                parameter,
                authorizationUrl,
                tokenUrl,
                openIdConnectUrl,
                scopes,
                description,
                schemeName);
    }
}
