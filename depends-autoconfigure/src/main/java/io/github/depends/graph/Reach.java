package io.github.depends.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an endpoint reaches, walked once for all rules: each dependency once, however many paths lead to it. */
public final class Reach {

    private final Endpoint endpoint;
    private final List<Argument.OfDependency> uses = new ArrayList<>();
    private final Set<DependencyNode> nodes = new LinkedHashSet<>();

    private Reach(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Walks what an endpoint reaches. */
    static Reach of(Endpoint endpoint) {
        Reach reach = new Reach(endpoint);
        endpoint.needs().forEach(reach::walk);
        return reach;
    }

    private void walk(Argument.OfDependency use) {
        uses.add(use);
        if (nodes.add(use.node())) {
            for (Argument argument : use.node().arguments()) {
                if (argument instanceof Argument.OfDependency needed) {
                    walk(needed);
                }
            }
        }
    }

    /** Returns the endpoint. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Returns every use on the way, the endpoint's own and those of each dependency in order. */
    public List<Argument.OfDependency> uses() {
        return Collections.unmodifiableList(uses);
    }

    /** Returns every dependency. */
    public Set<DependencyNode> nodes() {
        return Collections.unmodifiableSet(nodes);
    }

    /** Returns a dependency and every one below it. */
    public static Set<DependencyNode> below(DependencyNode node) {
        Set<DependencyNode> nodes = new LinkedHashSet<>();
        below(node, nodes);
        return nodes;
    }

    /** Adds a dependency and every one below it to those that are there already. */
    public static void below(DependencyNode node, Set<DependencyNode> into) {
        if (into.add(node)) {
            node.needs().forEach(needed -> below(needed.node(), into));
        }
    }
}
