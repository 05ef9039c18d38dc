package io.github.depends.graph.rule;

import io.github.depends.DependencyScope;
import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Refuses uses of one shared yield that disagree about its scope. */
final class AgreeingScopes implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        Map<DependencyNode, Argument.OfDependency> first = new HashMap<>();
        for (Argument.OfDependency use : reach.uses()) {
            if (use.node().yields() && use.use().useCache()) {
                Argument.OfDependency known = first.putIfAbsent(use.node(), use);
                if (known != null && scope(known) != scope(use)) {
                    faults.accept(new Fault(
                            "'" + use.node().label() + "' is used in scope " + scope(known) + " by "
                                    + known.use().site() + " and in scope " + scope(use) + " by "
                                    + use.use().site() + " for '" + endpoint + "'",
                            use.use().site(),
                            "Give both the same scope, or one of them useCache = false."));
                }
            }
        }
    }

    /** Returns the scope that a use gives to a yield. */
    static DependencyScope scope(Argument.OfDependency use) {
        if (use.use().scope() != DependencyScope.DEFAULT) {
            return use.use().scope();
        }
        return use.node().provider() instanceof Provider.Executing executing
                ? executing.scope()
                : DependencyScope.REQUEST;
    }
}
