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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Refuses bodies of different types in one request: a body is read once. */
final class OneBody implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        List<OfRequest> bodies = new ArrayList<>();
        for (DependencyNode node : reach.binding()) {
            addBodies(node.arguments(), bodies);
        }
        addBodies(endpoint.arguments(), bodies);
        for (OfRequest body : bodies.subList(Math.min(1, bodies.size()), bodies.size())) {
            OfRequest first = bodies.get(0);
            if (!same(first, body)) {
                faults.accept(new Fault(
                        "The body of '" + endpoint + "' is read as " + read(first) + " and as " + read(body),
                        Site.of(body.parameter()),
                        "Read it as one type, in one dependency that the others use."));
            }
        }
    }

    private static void addBodies(List<Argument> arguments, List<OfRequest> to) {
        for (Argument argument : arguments) {
            if (argument instanceof OfRequest request && request.place().body()) {
                to.add(request);
            }
        }
    }

    private static boolean same(OfRequest one, OfRequest other) {
        return one.place() == Place.BODY
                && other.place() == Place.BODY
                && one.type().getType().equals(other.type().getType());
    }

    private static String read(OfRequest body) {
        return Names.of(body.type()) + " by " + Names.of(body.parameter().getExecutable());
    }
}
