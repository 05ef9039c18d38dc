package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Refuses whole request entities in guards and what they need. */
final class GuardEntities implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Set<DependencyNode> guards = new LinkedHashSet<>();
        for (Argument.OfDependency use : reach.newUses()) {
            if (Endpoint.guards(use)) {
                Reach.below(use.node(), guards);
            }
        }
        guards.stream()
                .flatMap(node -> node.arguments().stream())
                .filter(argument -> argument instanceof OfRequest request && request.place() == Place.ENTITY)
                .map(OfRequest.class::cast)
                .forEach(entity -> faults.accept(new Fault(
                        Names.of(entity.parameter().getExecutable()) + " takes "
                                + Names.of(entity.parameter().getParameterType())
                                + ", the whole request, but it is a guard or one needs it",
                        Site.of(entity.parameter()),
                        "Bind what the guard needs and no more: @RequestHeader, @RequestBody, ...")));
    }
}
