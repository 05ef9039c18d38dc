package io.github.depends.openapi;

import io.github.depends.security.SchemeDescription;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the Security Scheme Object of a described scheme. */
final class SchemeModel {

    private SchemeModel() {}

    static SecurityScheme of(SchemeDescription described) {
        SecurityScheme scheme = new SecurityScheme().description(described.description());
        return switch (described.type()) {
            case "http" -> scheme.type(SecurityScheme.Type.HTTP).scheme(described.httpScheme());
            case "apiKey" ->
                scheme.type(SecurityScheme.Type.APIKEY)
                        .name(described.parameter())
                        .in(in(described));
            case "oauth2" -> scheme.type(SecurityScheme.Type.OAUTH2).flows(flows(described));
            case "openIdConnect" ->
                scheme.type(SecurityScheme.Type.OPENIDCONNECT).openIdConnectUrl(described.openIdConnectUrl());
            default -> throw new IllegalArgumentException("There is no security scheme of type " + described.type());
        };
    }

    /** Declares OAuth2 scopes that operations require in the flows, where a client asks for them. */
    static void declare(SecurityScheme scheme, Set<String> scopes) {
        OAuthFlows flows = scheme.getFlows();
        if (flows == null) {
            return;
        }
        Stream.of(flows.getPassword(), flows.getAuthorizationCode(), flows.getClientCredentials(), flows.getImplicit())
                .filter(Objects::nonNull)
                .forEach(flow -> scopes.forEach(scope -> declare(flow, scope)));
    }

    private static void declare(OAuthFlow flow, String scope) {
        if (flow.getScopes() == null) {
            flow.setScopes(new Scopes());
        }
        flow.getScopes().putIfAbsent(scope, "");
    }

    private static SecurityScheme.In in(SchemeDescription described) {
        return Arrays.stream(SecurityScheme.In.values())
                .filter(in -> in.name().toLowerCase(Locale.ROOT).equals(described.in()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no API key in " + described.in()));
    }

    private static OAuthFlows flows(SchemeDescription described) {
        Scopes scopes = new Scopes();
        scopes.putAll(described.scopes());
        OAuthFlow flow = new OAuthFlow().tokenUrl(described.tokenUrl()).scopes(scopes);
        return described.authorizationUrl() == null
                ? new OAuthFlows().password(flow)
                : new OAuthFlows().authorizationCode(flow.authorizationUrl(described.authorizationUrl()));
    }
}
