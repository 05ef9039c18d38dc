package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Provider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the dependencies of one graph are made; what their plans have in common. Used by one thread. */
public final class Recipes {

    private final DependencyGraph graph;
    private final Invokers invokers;
    private final Acquisition acquisition;
    private final Map<Key, Recipe> known = new HashMap<>();
    private final Map<Place, Step> steps = new HashMap<>();

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
    }

    DependencyGraph graph() {
        return graph;
    }

    Acquisition acquisition() {
        return acquisition;
    }

    /** Returns how a dependency is made that stays open for a scope. */
    Recipe of(DependencyNode node, DependencyScope scope) {
        return known.computeIfAbsent(new Key(node, scope), any -> make(node, scope));
    }

    /** Returns the step of another plan that is the same, as where endpoints begin with the same dependencies. */
    Step shared(Step step) {
        if (step.group != null || !Arrays.stream(step.inputs).allMatch(Input.Slot.class::isInstance)) {
            return step;
        }
        List<Integer> given = Arrays.stream(step.inputs)
                .map(input -> ((Input.Slot) input).slot())
                .toList();
        Step same = steps.putIfAbsent(new Place(step.recipe, step.slot, given, step.closesEarly), step);
        return same == null ? step : same;
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

    private record Key(DependencyNode node, DependencyScope scope) {}

    /** What tells a step from another; what a dependency is given by the same slots, it uses the same way. */
    private record Place(Recipe recipe, int slot, List<Integer> given, boolean closesEarly) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that
                    && recipe == that.recipe
                    && slot == that.slot
                    && given.equals(that.given)
                    && closesEarly == that.closesEarly;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(recipe) + 31 * slot + given.hashCode();
        }
    }
}
