package io.github.depends.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an endpoint reaches, walked once for all rules: each dependency once, however many paths lead to it. */
public final class Reach {

    private final Endpoint endpoint;
    private final BitSet before;
    private final BitSet visited = new BitSet();
    private final List<Argument.OfDependency> uses = new ArrayList<>();
    private final List<Argument.OfDependency> newUses = new ArrayList<>();
    private final List<DependencyNode> nodes = new ArrayList<>();
    private final List<DependencyNode> newNodes = new ArrayList<>();
    private final List<DependencyNode> binding = new ArrayList<>();

    private Reach(Endpoint endpoint, BitSet before) {
        this.endpoint = endpoint;
        this.before = before;
    }

    /**
     * Walks what an endpoint reaches.
     *
     * @param before the indices of what other endpoints have reached; what this one reaches is added
     */
    static Reach of(Endpoint endpoint, BitSet before) {
        Reach reach = new Reach(endpoint, before);
        for (Argument.OfDependency use : endpoint.needs()) {
            reach.walk(use, true);
        }
        return reach;
    }

    private void walk(Argument.OfDependency use, boolean isNew) {
        uses.add(use);
        if (isNew) {
            newUses.add(use);
        }
        DependencyNode node = use.node();
        if (visited.get(node.index())) {
            return;
        }
        visited.set(node.index());
        nodes.add(node);
        if (node.needs().size() < node.arguments().size()) {
            binding.add(node);
        }
        boolean reachedFirst = !before.get(node.index());
        if (reachedFirst) {
            before.set(node.index());
            newNodes.add(node);
        }
        for (Argument.OfDependency needed : node.needs()) {
            walk(needed, reachedFirst);
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

    /** Returns of these uses the endpoint's own and those of new dependencies. */
    public List<Argument.OfDependency> newUses() {
        return Collections.unmodifiableList(newUses);
    }

    /** Returns every dependency. */
    public List<DependencyNode> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** Returns every dependency that no endpoint before has reached: what is wrong with it alone has been told. */
    public List<DependencyNode> newNodes() {
        return Collections.unmodifiableList(newNodes);
    }

    /** Returns every dependency that takes something else than dependencies. */
    public List<DependencyNode> binding() {
        return Collections.unmodifiableList(binding);
    }

    /** Returns what is bound from the request: by dependencies in their order, then by the endpoint itself. */
    public List<Argument.OfRequest> requested() {
        List<Argument.OfRequest> requested = new ArrayList<>();
        binding.forEach(node -> addRequested(node.arguments(), requested));
        addRequested(endpoint.arguments(), requested);
        return requested;
    }

    private static void addRequested(List<Argument> arguments, List<Argument.OfRequest> to) {
        for (Argument argument : arguments) {
            if (argument instanceof Argument.OfRequest request) {
                to.add(request);
            }
        }
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
