package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Argument.OfDependency;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the endpoints with guards that take parts of a multipart request, which Spring reads before any handler. */
public final class GuardedParts {

    private GuardedParts() {}

    /** Returns the labels of these endpoints. */
    public static List<String> of(DependencyGraph graph) {
        boolean byDependencies = graph.nodes().stream().anyMatch(node -> parts(node.arguments()));
        return graph.endpoints().stream()
                .filter(endpoint -> byDependencies || parts(endpoint.arguments()))
                .filter(GuardedParts::guardedWithParts)
                .map(Endpoint::toString)
                .toList();
    }

    private static boolean guardedWithParts(Endpoint endpoint) {
        Set<DependencyNode> nodes = new LinkedHashSet<>();
        boolean guarded = false;
        for (OfDependency needed : endpoint.needs()) {
            guarded |= Endpoint.guards(needed);
            collect(needed.node(), nodes);
        }
        guarded |= nodes.stream().anyMatch(node -> node.guard() || node.scheme());
        return guarded && (parts(endpoint.arguments()) || nodes.stream().anyMatch(node -> parts(node.arguments())));
    }

    private static void collect(DependencyNode node, Set<DependencyNode> into) {
        if (into.add(node)) {
            node.needs().forEach(needed -> collect(needed.node(), into));
        }
    }

    private static boolean parts(List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (argument instanceof OfRequest request && request.place() == Place.PART) {
                return true;
            }
        }
        return false;
    }
}
