package io.github.depends.test;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Guards;
import io.github.depends.graph.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about one or more endpoints. */
public final class EndpointsAssert
        extends AbstractAssert<EndpointsAssert, Map<EndpointDeclaration, @Nullable Endpoint>> {

    private final DependencyGraphAssert graph;

    EndpointsAssert(DependencyGraphAssert graph, Map<EndpointDeclaration, @Nullable Endpoint> endpoints) {
        super(endpoints, EndpointsAssert.class);
        this.graph = graph;
    }

    /** Leaves out endpoints; each must be there. */
    public EndpointsAssert exceptFor(String... mappings) {
        Map<EndpointDeclaration, @Nullable Endpoint> left = new LinkedHashMap<>(actual);
        for (String mapping : mappings) {
            left.keySet().removeAll(graph.found(mapping).keySet());
        }
        if (left.isEmpty()) {
            throw failure("No endpoint is left to look at.");
        }
        return new EndpointsAssert(graph, left);
    }

    /**
     * Verifies that a guard decides on each of them before anything else happens.
     *
     * @param guard class of the guard's value, its declaring class, a security scheme or a composed annotation
     */
    public EndpointsAssert isGuardedBy(Class<?> guard) {
        List<String> without = actual.entrySet().stream()
                .filter(entry -> guards(entry.getValue()).stream().noneMatch(use -> Guards.meantBy(guard, use)))
                .map(entry -> entry.getKey().label() + " (" + told(entry.getValue()) + ")")
                .toList();
        if (!without.isEmpty()) {
            throw failure("Not guarded by %s:%n  %s", Names.of(guard), String.join("\n  ", without));
        }
        return this;
    }

    /** Verifies that a guard decides on none of them. */
    public EndpointsAssert isNotGuardedBy(Class<?> guard) {
        List<String> with = actual.entrySet().stream()
                .filter(entry -> guards(entry.getValue()).stream().anyMatch(use -> Guards.meantBy(guard, use)))
                .map(entry -> entry.getKey().label())
                .toList();
        if (!with.isEmpty()) {
            throw failure("Guarded by %s:%n  %s", Names.of(guard), String.join("\n  ", with));
        }
        return this;
    }

    private static List<Argument.OfDependency> guards(@Nullable Endpoint endpoint) {
        return endpoint == null ? List.of() : Guards.of(endpoint);
    }

    private static String told(@Nullable Endpoint endpoint) {
        List<Argument.OfDependency> guards = guards(endpoint);
        return guards.isEmpty()
                ? "no guards"
                : "guarded by "
                        + guards.stream().map(guard -> guard.node().label()).collect(Collectors.joining(", "));
    }
}
