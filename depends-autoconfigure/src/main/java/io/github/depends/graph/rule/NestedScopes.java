package io.github.depends.graph.rule;

import io.github.depends.DependencyScope;
import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Refuses a {@code REQUEST} yield that reaches a {@code FUNCTION} yield: it would use what is closed. */
final class NestedScopes implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Map<DependencyNode, Optional<DependencyNode>> reached = new HashMap<>();
        for (Argument.OfDependency use : reach.newUses()) {
            if (use.node().yields() && AgreeingScopes.scope(use) == DependencyScope.REQUEST) {
                below(use.node(), reached)
                        .ifPresent(inner -> faults.accept(new Fault(
                                "'" + use.node().label()
                                        + "' stays open until the response has been written (REQUEST), but uses '"
                                        + inner.label() + "', which is closed before (FUNCTION)",
                                use.node().provider().site(),
                                "Give '" + use.node().label() + "' scope FUNCTION, or '" + inner.label()
                                        + "' scope REQUEST.")));
            }
        }
    }

    private static Optional<DependencyNode> below(
            DependencyNode node, Map<DependencyNode, Optional<DependencyNode>> reached) {
        Optional<DependencyNode> known = reached.get(node);
        if (known != null) {
            return known;
        }
        Optional<DependencyNode> found = Optional.empty();
        for (Argument.OfDependency needed : node.needs()) {
            boolean closed = needed.node().yields() && AgreeingScopes.scope(needed) == DependencyScope.FUNCTION;
            Optional<DependencyNode> inner = closed ? Optional.of(needed.node()) : below(needed.node(), reached);
            found = found.isPresent() ? found : inner;
        }
        reached.put(node, found);
        return found;
    }
}
