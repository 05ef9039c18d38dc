package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.NearestName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the dependency graph of an application. */
public final class DependencyGraphAssert extends AbstractAssert<DependencyGraphAssert, DependencyGraph> {

    DependencyGraphAssert(DependencyGraph graph) {
        super(graph, DependencyGraphAssert.class);
    }

    /**
     * Begins assertions about one endpoint of the application.
     *
     * @param mapping its method and path, such as {@code DELETE /articles/{slug}}
     */
    public EndpointsAssert endpoint(String mapping) {
        return new EndpointsAssert(this, found(mapping));
    }

    /** Begins assertions about all endpoints of the application, those that use no dependency included. */
    public EndpointsAssert everyEndpoint() {
        return new EndpointsAssert(this, all());
    }

    /** Compares the graph with a file, as {@link GraphSnapshot#matches} does. */
    public DependencyGraphAssert matchesSnapshot(Path file) {
        isNotNull();
        GraphSnapshot.of(actual).matches(file);
        return this;
    }

    /** Returns the endpoints of a mapping; what they use is {@code null} if that is nothing. */
    Map<EndpointDeclaration, @Nullable Endpoint> found(String mapping) {
        Map<EndpointDeclaration, @Nullable Endpoint> all = all();
        Map<EndpointDeclaration, @Nullable Endpoint> found = new LinkedHashMap<>(all);
        found.keySet().removeIf(declaration -> !maps(declaration.label(), mapping));
        if (found.isEmpty()) {
            String nearest = NearestName.byDistance(
                            mapping, all.keySet().stream().map(EndpointDeclaration::label))
                    .limit(3)
                    .collect(Collectors.joining(", "));
            throw failure("The application has no endpoint '%s'. Nearest: %s.", mapping, nearest);
        }
        return found;
    }

    private Map<EndpointDeclaration, @Nullable Endpoint> all() {
        isNotNull();
        Map<EndpointDeclaration, @Nullable Endpoint> all = new LinkedHashMap<>();
        actual.endpoints().forEach(endpoint -> all.put(endpoint.declaration(), endpoint));
        actual.withoutDependencies().forEach(declaration -> all.put(declaration, null));
        all.keySet().removeIf(declaration -> !declaration.own());
        return all;
    }

    private static boolean maps(String label, String mapping) {
        String[] declared = label.split(" ", 2);
        String[] wanted = mapping.split(" ", 2);
        return label.equals(mapping)
                || wanted.length == 2
                        && List.of(declared[0].split("\\|")).contains(wanted[0])
                        && List.of(declared[1].split("\\|")).contains(wanted[1]);
    }
}
