package io.github.depends.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A controller method with what it uses, inherited uses included.
 *
 * @param declaration the method as it was found
 * @param routeUses route-level uses that apply, outermost first, each with its dependency
 * @param arguments what its parameters are filled with, in order
 */
public record Endpoint(EndpointDeclaration declaration, List<RouteDependency> routeUses, List<Argument> arguments) {

    /** Copies the lists. */
    public Endpoint {
        routeUses = List.copyOf(routeUses);
        arguments = List.copyOf(arguments);
    }

    /** Returns all dependencies it asks for itself: route-level, then parameters. */
    public List<Argument.OfDependency> needs() {
        List<Argument.OfDependency> needs = new ArrayList<>(routeUses.size() + arguments.size());
        for (RouteDependency routeUse : routeUses) {
            needs.add(routeUse.argument());
        }
        for (Argument argument : arguments) {
            if (argument instanceof Argument.OfDependency needed) {
                needs.add(needed);
            }
        }
        return needs;
    }

    /** Whether there is anything for this library to do. */
    public boolean usesDependencies() {
        return !needs().isEmpty() || arguments.stream().anyMatch(Argument.OfTasks.class::isInstance);
    }

    /** Whether a use makes its dependency a guard here. */
    public static boolean guards(Argument.OfDependency argument) {
        return guardsByUse(argument) || argument.node().guard();
    }

    /** Whether a use makes its dependency a guard, which it is not whoever asks. */
    public static boolean guardsByUse(Argument.OfDependency argument) {
        return argument.use().security()
                || argument.use().routeLevel() && !argument.node().threadBound();
    }

    /**
     * A route-level use with its dependency.
     *
     * @param level level of the use
     * @param argument the dependency
     */
    public record RouteDependency(Level level, Argument.OfDependency argument) {}

    @Override
    public String toString() {
        return declaration.label();
    }
}
