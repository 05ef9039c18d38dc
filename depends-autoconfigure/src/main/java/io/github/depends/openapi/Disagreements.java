package io.github.depends.openapi;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Names;
import io.github.depends.openapi.DocumentedEndpoint.Bound;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/** Finds declarations of one request parameter of which neither is the stricter, so that the document shows the first. */
final class Disagreements {

    private static final Set<String> UNDECIDABLE = Set.of("Pattern");
    private static final Set<Argument.Place> NAMED = Set.of(
            Argument.Place.QUERY,
            Argument.Place.HEADER,
            Argument.Place.PATH,
            Argument.Place.COOKIE,
            Argument.Place.PART);

    private Disagreements() {}

    /** Returns a line for each, told once however many endpoints meet it. */
    static Set<String> of(List<DocumentedEndpoint> endpoints) {
        Set<String> lines = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> collect(endpoint, lines));
        return lines;
    }

    private static void collect(DocumentedEndpoint endpoint, Set<String> lines) {
        List<Argument.OfRequest> first = new ArrayList<>();
        List<Argument.OfRequest> all = new ArrayList<>(Stream.concat(
                        endpoint.endpoint().arguments().stream()
                                .filter(Argument.OfRequest.class::isInstance)
                                .map(Argument.OfRequest.class::cast),
                        endpoint.parameters().stream().map(Bound::argument))
                .filter(argument ->
                        NAMED.contains(argument.place()) && !argument.name().isEmpty())
                .toList());
        for (Argument.OfRequest argument : all) {
            Argument.OfRequest before = first.stream()
                    .filter(each ->
                            each.place() == argument.place() && each.place().sameName(each.name(), argument.name()))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                first.add(argument);
            }
            String about = before == null ? null : difference(before, argument);
            if (before != null && about != null) {
                lines.add(
                        "The " + argument.place().in() + " parameter '" + argument.name()
                                + "' is declared with another "
                                + about + " by " + Names.of(argument.parameter().getExecutable()) + " than by "
                                + Names.of(before.parameter().getExecutable())
                                + "; the OpenAPI document shows the latter: declare it alike, or in one dependency that both use");
            }
        }
    }

    private static @Nullable String difference(Argument.OfRequest one, Argument.OfRequest other) {
        if (!ParameterSchema.agree(one, other)) {
            return "type";
        }
        if (!defaults(one).equals(defaults(other)) && !required(one) && !required(other)) {
            return "default";
        }
        return constraints(one).isEmpty()
                        || constraints(other).isEmpty()
                        || constraints(one).equals(constraints(other))
                ? null
                : "pattern";
    }

    private static String defaults(Argument.OfRequest argument) {
        return binding(argument, "defaultValue", String.class, "");
    }

    private static boolean required(Argument.OfRequest argument) {
        return binding(argument, "required", Boolean.class, true)
                && defaults(argument).equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE);
    }

    private static <T> T binding(Argument.OfRequest argument, String attribute, Class<T> type, T fallback) {
        return MergedAnnotations.from(argument.parameter().getParameterAnnotations()).stream()
                .filter(annotation -> annotation.getType().getName().startsWith("org.springframework.web.bind."))
                .map(annotation -> value(annotation, attribute, type))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElse(fallback);
    }

    private static <T> java.util.Optional<T> value(MergedAnnotation<?> annotation, String attribute, Class<T> type) {
        return annotation.getValue(attribute, type);
    }

    private static List<Map<String, Object>> constraints(Argument.OfRequest argument) {
        return Arrays.stream(argument.parameter().getParameterAnnotations())
                .filter(annotation -> UNDECIDABLE.contains(simpleName(annotation)))
                .map(AnnotationUtils::getAnnotationAttributes)
                .map(attributes -> Map.of("regexp", attributes.getOrDefault("regexp", "")))
                .toList();
    }

    private static String simpleName(Annotation annotation) {
        return annotation.annotationType().getSimpleName();
    }
}
