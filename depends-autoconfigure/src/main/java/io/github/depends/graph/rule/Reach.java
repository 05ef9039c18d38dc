package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Walks what an endpoint reaches; each dependency once, however many paths lead to it. */
public final class Reach {

    private Reach() {}

    /** Visits every use on the way, the endpoint's own first. */
    public static void uses(Endpoint endpoint, Consumer<Argument.OfDependency> visitor) {
        Set<DependencyNode> seen = new HashSet<>();
        endpoint.needs().forEach(use -> uses(use, seen, visitor));
    }

    /** Returns every dependency, each once. */
    public static Set<DependencyNode> nodes(Endpoint endpoint) {
        Set<DependencyNode> nodes = new LinkedHashSet<>();
        uses(endpoint, use -> nodes.add(use.node()));
        return nodes;
    }

    /** Returns a dependency and every one below it. */
    static Set<DependencyNode> below(DependencyNode node) {
        Set<DependencyNode> nodes = new LinkedHashSet<>();
        below(node, nodes);
        return nodes;
    }

    private static void below(DependencyNode node, Set<DependencyNode> into) {
        if (into.add(node)) {
            node.needs().forEach(needed -> below(needed.node(), into));
        }
    }

    private static void uses(
            Argument.OfDependency use, Set<DependencyNode> seen, Consumer<Argument.OfDependency> visitor) {
        visitor.accept(use);
        if (seen.add(use.node())) {
            use.node().needs().forEach(needed -> uses(needed, seen, visitor));
        }
    }
}
