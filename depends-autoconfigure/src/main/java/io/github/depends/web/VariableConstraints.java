package io.github.depends.web;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Site;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/**
 * Refuses constraints on parameters whose type is a type variable, where Bean Validation, which sees the declaration and
 * not what it means, has no validator for it and would fail on each request.
 */
final class VariableConstraints {

    private VariableConstraints() {}

    /** Checks all dependencies of a graph. */
    static void check(DependencyGraph graph, Constraints constraints, Consumer<Fault> faults) {
        for (DependencyNode node : graph.nodes()) {
            if (node.provider() instanceof Provider.Executing executing) {
                for (MethodParameter parameter : executing.parameters()) {
                    Fault fault = resolved(parameter) ? fault(executing, parameter, constraints) : null;
                    if (fault != null) {
                        faults.accept(fault);
                    }
                }
            }
        }
    }

    private static boolean resolved(MethodParameter parameter) {
        return !parameter.getParameter().getParameterizedType().equals(parameter.getGenericParameterType());
    }

    private static @Nullable Fault fault(
            Provider.Executing dependency, MethodParameter parameter, Constraints constraints) {
        String constraint = constraints.unsuitable(
                dependency.executable(), SpringInvokers.type(dependency), parameter.getParameterIndex());
        return constraint == null
                ? null
                : new Fault(
                        "'" + dependency.label() + "' has the constraint @" + constraint + " on its parameter '"
                                + parameter.getParameterName() + "', of type "
                                + parameter
                                        .getParameter()
                                        .getParameterizedType()
                                        .getTypeName()
                                + ", but Bean Validation knows only the bound of a type variable and cannot check it",
                        Site.of(parameter),
                        "Give the type variable a bound that the constraint applies to, or write the type out.");
    }
}
