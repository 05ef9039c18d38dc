package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.util.function.Consumer;

/** Refuses a lazy use that is, or leads to, a guard or a scheme: it would guard when it is too late. */
final class LazyGuards implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        for (Argument.OfDependency use : reach.newUses()) {
            if (use.use().delivery().lazy()) {
                Reach.below(use.node()).stream()
                        .filter(node ->
                                node.guard() || node.scheme() || use.use().security())
                        .findFirst()
                        .ifPresent(guard -> faults.accept(fault(use.use().site(), use.node(), guard)));
            }
        }
    }

    private static Fault fault(Site site, DependencyNode used, DependencyNode guard) {
        String through = used.equals(guard) ? "" : " through '" + used.label() + "'";
        return new Fault(
                (guard.scheme() ? "The security scheme '" : "The guard '") + guard.label() + "' is used lazily by "
                        + site + through,
                site,
                "Take the value instead of a Supplier; what protects an endpoint decides before anything else runs.");
    }
}
