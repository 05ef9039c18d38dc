package io.github.depends.openapi;

import io.github.depends.graph.Provider;
import io.github.depends.security.SchemeDescription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of security schemes in the document: the scheme's own name, else the bean's; different schemes never share one. */
final class SchemeNames {

    private final Map<SchemeEntry, String> names;
    private final List<String> warnings;

    private SchemeNames(Map<SchemeEntry, String> names, List<String> warnings) {
        this.names = names;
        this.warnings = List.copyOf(warnings);
    }

    static SchemeNames of(List<Provider.OfScheme> schemes) {
        Map<SchemeEntry, String> names = new HashMap<>();
        Map<String, SchemeDescription> taken = new HashMap<>();
        List<String> warnings = new ArrayList<>();
        schemes.stream()
                .sorted(Comparator.comparing(Provider.OfScheme::bean))
                .flatMap(scheme -> SchemeEntry.of(scheme).stream())
                .distinct()
                .forEach(entry -> {
                    SchemeDescription before = taken.putIfAbsent(entry.name(), entry.description());
                    if (before == null || alike(before, entry.description())) {
                        names.put(entry, entry.name());
                    } else {
                        names.put(entry, entry.other());
                        warnings.add("The security schemes of the beans named '" + entry.name()
                                + "' in the OpenAPI document differ; '" + entry.other()
                                + "' is documented under its bean's name");
                    }
                });
        return new SchemeNames(names, warnings);
    }

    // Names of headers are compared without case.
    private static boolean alike(SchemeDescription one, SchemeDescription other) {
        return one.equals(other)
                || "header".equals(one.in())
                        && one.parameter() != null
                        && one.parameter().equalsIgnoreCase(other.parameter())
                        && named(one, one.parameter()).equals(named(other, one.parameter()));
    }

    private static SchemeDescription named(SchemeDescription described, String parameter) {
        return new SchemeDescription(
                described.type(),
                described.httpScheme(),
                described.in(),
                parameter,
                described.authorizationUrl(),
                described.tokenUrl(),
                described.openIdConnectUrl(),
                described.scopes(),
                described.description(),
                described.schemeName());
    }

    String of(SchemeEntry entry) {
        return names.getOrDefault(entry, entry.other());
    }

    List<String> warnings() {
        return warnings;
    }
}
