package io.github.depends.openapi;

import io.github.depends.graph.Provider;
import io.github.depends.security.AnyScheme;
import io.github.depends.security.SchemeDescription;
import io.github.depends.security.SecurityScheme;
import java.util.Collection;
import java.util.List;

/**
 * A scheme that the document describes: a bean, or one of those from which {@code AnyScheme} takes the first.
 *
 * @param name key in the document, if no different scheme has it
 * @param other key in the document if one has
 * @param description what the document says of it
 */
record SchemeEntry(String name, String other, SchemeDescription description) {

    /** Returns the schemes of which a request needs one. */
    static List<SchemeEntry> of(Provider.OfScheme provider) {
        SecurityScheme<?> scheme = provider.instance().get();
        if (scheme instanceof AnyScheme any) {
            return any.schemes().entrySet().stream()
                    .map(each -> new SchemeEntry(
                            each.getKey(),
                            provider.bean() + "." + each.getKey(),
                            each.getValue().describe()))
                    .toList();
        }
        SchemeDescription description = scheme.describe();
        String own = description.schemeName();
        return List.of(new SchemeEntry(own == null ? provider.bean() : own, provider.bean(), description));
    }

    /** Returns the OAuth2 scopes that the document shows; OpenAPI 3.0 allows them for these two types only. */
    List<String> scopes(Collection<String> scopes) {
        return description.type().equals("oauth2") || description.type().equals("openIdConnect")
                ? List.copyOf(scopes)
                : List.of();
    }
}
