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
import java.util.function.Consumer;
import org.springframework.core.annotation.MergedAnnotations;

/** Refuses a required path variable of a dependency that not every mapping of an endpoint has. */
final class KnownPathVariables implements Rule {

    private static final String PATH_VARIABLE = "org.springframework.web.bind.annotation.PathVariable";

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        Endpoint endpoint = reach.endpoint();
        for (DependencyNode node : reach.binding()) {
            for (Argument argument : node.arguments()) {
                if (argument instanceof OfRequest request && requires(request) && !known(endpoint, request.name())) {
                    faults.accept(new Fault(
                            "The path variable '" + request.name() + "' of "
                                    + Names.of(request.parameter().getExecutable()) + " is not in every path of '"
                                    + endpoint + "', which uses it",
                            Site.of(request.parameter()),
                            "Add {" + request.name() + "} to the mapping of "
                                    + endpoint.declaration().site() + ", or use the dependency elsewhere."));
                }
            }
        }
    }

    private static boolean known(Endpoint endpoint, String name) {
        return endpoint.declaration().mappings().stream().allMatch(variables -> variables.contains(name));
    }

    private static boolean requires(OfRequest request) {
        return request.place() == Place.PATH
                && !request.name().isEmpty()
                && !request.parameter().isOptional()
                && MergedAnnotations.from(request.parameter().getParameterAnnotations())
                        .get(PATH_VARIABLE)
                        .getValue("required", Boolean.class)
                        .orElse(false);
    }
}
