package io.github.depends.web;

import io.github.depends.graph.Argument.OfDependency;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the endpoints that have a guard: nothing of the body of a request to them may be read before the guard has run. */
public final class GuardedEndpoints {

    private GuardedEndpoints() {}

    /** Returns the labels of these endpoints. */
    public static List<String> of(DependencyGraph graph) {
        return graph.endpoints().stream()
                .filter(GuardedEndpoints::guarded)
                .map(Endpoint::toString)
                .toList();
    }

    private static boolean guarded(Endpoint endpoint) {
        Set<DependencyNode> seen = new HashSet<>();
        return endpoint.needs().stream().anyMatch(needed -> Endpoint.guards(needed) || guarded(needed.node(), seen));
    }

    private static boolean guarded(DependencyNode node, Set<DependencyNode> seen) {
        return seen.add(node)
                && (node.guard()
                        || node.scheme()
                        || node.needs().stream().map(OfDependency::node).anyMatch(below -> guarded(below, seen)));
    }
}
