package io.github.depends.graph.rule;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Refuses bodies of different types in one request: a body is read once. */
final class OneBody implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        List<OfRequest> bodies = Stream.concat(
                        reach.nodes().stream().flatMap(node -> node.arguments().stream()),
                        endpoint.arguments().stream())
                .filter(OfRequest.class::isInstance)
                .map(OfRequest.class::cast)
                .filter(argument -> argument.place().body())
                .toList();
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

    private static boolean same(OfRequest one, OfRequest other) {
        return one.place() == Place.BODY
                && other.place() == Place.BODY
                && one.type().getType().equals(other.type().getType());
    }

    private static String read(OfRequest body) {
        return Names.of(body.type()) + " by " + Names.of(body.parameter().getExecutable());
    }
}
