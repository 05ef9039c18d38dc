package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Refuses uses with {@code useCache = false} that repeat each other until a request would never end. */
final class CountedSteps implements Rule {

    private static final long MOST = 10_000;

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        Map<DependencyNode, Long> repeated = new HashMap<>();
        for (Argument.OfDependency use : reach.uses()) {
            if (!use.use().useCache() && repeated(use, repeated) > MOST) {
                faults.accept(new Fault(
                        "'" + use.node().label() + "', used by " + use.use().site()
                                + " with useCache = false, would run more than " + MOST + " times for '" + endpoint
                                + "', together with the fresh results below it",
                        use.node().provider().site(),
                        "Let the dependencies below it share: remove useCache = false where it repeats."));
                return;
            }
        }
    }

    /** Returns how many dependencies run for a fresh result, itself included. */
    private static long repeated(Argument.OfDependency use, Map<DependencyNode, Long> known) {
        Long before = known.get(use.node());
        if (before != null) {
            return before;
        }
        long count = 1;
        for (Argument.OfDependency needed : use.node().needs()) {
            if (!needed.use().useCache() && !needed.node().scheme()) {
                count = Math.min(MOST + 1, count + repeated(needed, known));
            }
        }
        known.put(use.node(), count);
        return count;
    }
}
