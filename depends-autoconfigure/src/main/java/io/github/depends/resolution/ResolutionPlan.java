package io.github.depends.resolution;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Endpoint;
import java.util.List;

/** The steps for one endpoint, computed once from the graph. Immutable and thread-safe. */
public final class ResolutionPlan {

    private final DependencyGraph graph;
    private final Endpoint endpoint;
    final Step[] steps;
    final int[] schemes;
    final List<GuardTurn> guards;
    final List<BindingGroup> validated;
    final int[] acquired;
    /** Whether stages overlap in what is acquired. */
    final boolean overlaps;

    final Input[] inputs;
    private final List<BindingGroup> groups;

    ResolutionPlan(
            DependencyGraph graph,
            Endpoint endpoint,
            Step[] steps,
            int[] schemes,
            List<GuardTurn> guards,
            List<BindingGroup> validated,
            int[] acquired,
            boolean overlaps,
            Input[] inputs,
            List<BindingGroup> groups) {
        this.graph = graph;
        this.endpoint = endpoint;
        this.steps = steps;
        this.schemes = schemes;
        this.guards = List.copyOf(guards);
        this.validated = List.copyOf(validated);
        this.acquired = acquired;
        this.overlaps = overlaps;
        this.inputs = inputs;
        this.groups = List.copyOf(groups);
    }

    /**
     * Computes the plan of an endpoint.
     *
     * @param endpoint the endpoint
     * @param recipes how the dependencies of its graph are made
     * @throws io.github.depends.graph.InvalidDependencyGraphException if it would take more steps than can be meant, or
     *     what is bound to its thread would be acquired while stages overlap
     */
    public static ResolutionPlan of(Endpoint endpoint, Recipes recipes) {
        return new PlanCompiler(endpoint, recipes).compile();
    }

    /** Returns the graph that it is a plan of. */
    DependencyGraph graph() {
        return graph;
    }

    /** Returns the endpoint. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether an endpoint's parameter is filled by this library. */
    public boolean fills(int parameter) {
        return !(inputs[parameter] instanceof Input.Bound);
    }

    /** Returns what guards, and what they need, bind of the request. */
    public List<BindingGroup> guardGroups() {
        return guards.stream().flatMap(turn -> turn.groups().stream()).toList();
    }

    /** Returns what all other dependencies bind of the request. */
    public List<BindingGroup> validatedGroups() {
        return validated;
    }

    /** Returns what dependencies bind of the request, by index. */
    public List<BindingGroup> groups() {
        return groups;
    }
}
