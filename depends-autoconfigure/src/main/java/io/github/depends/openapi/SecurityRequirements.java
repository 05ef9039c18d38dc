package io.github.depends.openapi;

import io.github.depends.graph.Provider;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Says which credentials an operation needs: all of them together, optional ones also left out. */
final class SecurityRequirements {

    private final SchemeNames names;

    SecurityRequirements(SchemeNames names) {
        this.names = names;
    }

    /** Adds what an endpoint needs to what its method, or else the whole document, needs already. */
    void add(DocumentedEndpoint endpoint, Operation operation, OpenAPI document, MethodSecurity method) {
        if (endpoint.schemes().isEmpty()) {
            method.keep(operation);
            return;
        }
        Components components = components(document);
        endpoint.schemes()
                .forEach((scheme, scopes) ->
                        SchemeEntry.of(scheme).forEach(entry -> describe(components, entry, scopes)));
        List<SecurityRequirement> given = method.inherits() ? document.getSecurity() : method.declared();
        List<SecurityRequirement> alternatives = new ArrayList<>();
        for (SecurityRequirement before :
                given == null || given.isEmpty() ? List.of(new SecurityRequirement()) : given) {
            for (SecurityRequirement needed : alternatives(endpoint)) {
                SecurityRequirement both = both(before, needed);
                if (!alternatives.contains(both)) {
                    alternatives.add(both);
                }
            }
        }
        method.keep(operation, alternatives);
    }

    private static SecurityRequirement both(SecurityRequirement one, SecurityRequirement other) {
        SecurityRequirement both = new SecurityRequirement();
        both.putAll(one);
        other.forEach((name, scopes) -> both.merge(name, scopes, SecurityRequirements::union));
        return both;
    }

    private static List<String> union(List<String> scopes, List<String> more) {
        return Stream.concat(scopes.stream(), more.stream()).distinct().toList();
    }

    private List<SecurityRequirement> alternatives(DocumentedEndpoint endpoint) {
        List<SecurityRequirement> alternatives = new ArrayList<>(List.of(new SecurityRequirement()));
        for (Map.Entry<Provider.OfScheme, Set<String>> needed :
                endpoint.schemes().entrySet()) {
            List<SecurityRequirement> longer = new ArrayList<>();
            for (SecurityRequirement alternative : alternatives) {
                for (SchemeEntry entry : SchemeEntry.of(needed.getKey())) {
                    longer.add(both(alternative, needed(entry, needed.getValue())));
                }
            }
            if (!needed.getKey().instance().get().required()) {
                longer.addAll(alternatives);
            }
            alternatives = longer;
        }
        return alternatives;
    }

    private SecurityRequirement needed(SchemeEntry entry, Set<String> scopes) {
        return new SecurityRequirement().addList(names.of(entry), entry.scopes(scopes));
    }

    private void describe(Components components, SchemeEntry entry, Set<String> scopes) {
        String name = names.of(entry);
        Map<String, SecurityScheme> known = components.getSecuritySchemes();
        SecurityScheme scheme = known == null ? null : known.get(name);
        if (scheme == null) {
            scheme = SchemeModel.of(entry.description());
            components.addSecuritySchemes(name, scheme);
        }
        SchemeModel.declare(scheme, scopes);
    }

    private static Components components(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        return document.getComponents();
    }
}
