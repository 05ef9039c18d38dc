package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Provider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the dependencies of one graph are made; what their plans have in common. Used by one thread. */
public final class Recipes {

    private static final int SCOPES = DependencyScope.values().length;
    /** Stands for a slot where an argument is bound. */
    private static final int BOUND = -1;

    private final DependencyGraph graph;
    private final Invokers invokers;
    private final Acquisition acquisition;
    private final @Nullable Recipe[] known;
    private final Map<Place, Step> steps = new HashMap<>();
    private final Map<Provider, Map<Integer, BindingGroup>> groups = new HashMap<>();
    private final Map<Integer, int[]> orders = new HashMap<>();

    /**
     * Begins without any.
     *
     * @param graph the graph
     * @param invokers makes what calls dependencies
     * @param acquisition whether stages may overlap
     */
    public Recipes(DependencyGraph graph, Invokers invokers, Acquisition acquisition) {
        this.graph = graph;
        this.invokers = invokers;
        this.acquisition = acquisition;
        this.known = new Recipe[graph.nodes().size() * SCOPES];
    }

    DependencyGraph graph() {
        return graph;
    }

    Acquisition acquisition() {
        return acquisition;
    }

    /** Returns how a dependency is made that stays open for a scope. */
    Recipe of(DependencyNode node, DependencyScope scope) {
        int index = node.index() * SCOPES + scope.ordinal();
        Recipe recipe = known[index];
        if (recipe == null) {
            recipe = make(node, scope);
            known[index] = recipe;
        }
        return recipe;
    }

    /** Returns the step of another plan that is the same, as where endpoints begin with the same dependencies. */
    Step shared(Step step) {
        int[] given = new int[step.inputs.length];
        for (int index = 0; index < given.length; index++) {
            if (step.inputs[index] instanceof Input.Slot slot) {
                given[index] = slot.slot();
            } else if (step.inputs[index] instanceof Input.Bound) {
                given[index] = BOUND;
            } else {
                return step;
            }
        }
        Step same = steps.putIfAbsent(new Place(step.recipe, step.group, step.slot, given, step.closesEarly), step);
        return same == null ? step : same;
    }

    /** Returns the order of another plan that is the same, as where all steps run as they are numbered. */
    int[] shared(int[] order) {
        for (int index = 0; index < order.length; index++) {
            if (order[index] != index) {
                return order;
            }
        }
        return orders.computeIfAbsent(order.length, any -> order);
    }

    /**
     * Returns what a dependency binds of the request; the same for all plans where it has the same index.
     *
     * @param index index in a plan
     */
    BindingGroup group(DependencyNode node, Provider.Executing provider, int index) {
        return groups.computeIfAbsent(provider, any -> new HashMap<>())
                .computeIfAbsent(index, any -> new BindingGroup(index, provider, Argument.requested(node.arguments())));
    }

    private Recipe make(DependencyNode node, DependencyScope scope) {
        boolean stage = node.provider() instanceof Provider.Executing executing
                && executing.result().stage();
        return new Recipe(
                node,
                invoker(node.provider()),
                new Product(node.provider(), stage, node.yields(), scope, acquisition.timeout()));
    }

    private Invoker invoker(Provider provider) {
        if (provider instanceof Provider.Executing executing) {
            return invokers.of(executing);
        }
        if (provider instanceof Provider.OfMissing missing) {
            return arguments -> {
                throw missing.exception();
            };
        }
        return provider instanceof Provider.OfBean bean
                ? arguments -> bean.instance().get()
                : arguments -> {
                    throw new IllegalStateException("A scheme is read, not called");
                };
    }

    /** What tells a step from another; what a dependency is given by the same slots, it uses the same way. */
    private record Place(Recipe recipe, @Nullable BindingGroup group, int slot, int[] given, boolean closesEarly) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that
                    && recipe == that.recipe
                    && group == that.group
                    && slot == that.slot
                    && Arrays.equals(given, that.given)
                    && closesEarly == that.closesEarly;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(recipe) + 31 * slot + Arrays.hashCode(given);
        }
    }
}
