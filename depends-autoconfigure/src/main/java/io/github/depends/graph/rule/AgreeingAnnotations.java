package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.NearestAnnotation;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import java.lang.annotation.Annotation;
import java.util.function.Consumer;

/** Refuses uses that ask for what there is once in a request by another annotation than the one that counts. */
final class AgreeingAnnotations implements Rule {

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        for (DependencyNode node : reach.binding()) {
            for (Argument argument : node.arguments()) {
                if (argument instanceof Argument.OfNearest nearest) {
                    check(reach, nearest.type(), faults);
                }
            }
        }
    }

    private static void check(Reach reach, Class<? extends Annotation> type, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        Annotation counts = NearestAnnotation.of(endpoint, type);
        reach.uses().forEach(use -> {
            Annotation asked = use.use().composed(type);
            if (counts != null && asked != null && !asked.equals(counts) && !overridden(endpoint, use, counts)) {
                faults.accept(new Fault(
                        use.use().site() + " asks for another @" + Names.of(type) + " than the one that counts for '"
                                + endpoint + "'",
                        use.use().site(),
                        "Say it once, on the method or class of the endpoint: there is one '"
                                + use.node().label() + "' in a request."));
            }
        });
    }

    // An inner level overrides an outer one; two at the same place contradict each other.
    private static boolean overridden(Endpoint endpoint, Argument.OfDependency use, Annotation counts) {
        return use.use().routeLevel()
                && endpoint.routeUses().stream()
                        .map(routeUse -> routeUse.argument().use())
                        .filter(other -> counts.equals(other.composed(counts.annotationType())))
                        .noneMatch(other -> other.site().equals(use.use().site()));
    }
}
