package io.github.depends.resolution;

import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.graph.Provider;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether stages overlap in what an endpoint acquires, and keeps off what is bound to its thread. */
final class Overlap {

    static final String ACTION = "Return the value itself rather than a stage, use a dependency that is not bound to a"
            + " thread, or leave depends.acquire.parallel off.";

    private final List<Step> steps;
    private final BitSet visited;

    /**
     * Looks at steps.
     *
     * @param steps all steps of a plan
     * @param authorised those that have run before anything is acquired
     */
    Overlap(List<Step> steps, BitSet authorised) {
        this.steps = steps;
        this.visited = (BitSet) authorised.clone();
    }

    /**
     * Whether there is a stage that something else can overlap with.
     *
     * @param acquired what is acquired, in order
     * @param roots what the endpoint asks for, lazily or not
     * @throws InvalidDependencyGraphException if there is, and something bound to its thread
     */
    boolean of(Endpoint endpoint, int[] acquired, List<Step> roots) {
        Step stage = Arrays.stream(acquired)
                .mapToObj(steps::get)
                .filter(step -> step.recipe.product().stage())
                .findFirst()
                .orElse(null);
        if (stage == null || acquired.length == 1) {
            return false;
        }
        for (Step root : roots) {
            Step bound = bound(root);
            if (bound != null) {
                throw new InvalidDependencyGraphException(List.of(new Fault(
                        refused(bound.label(), "'" + endpoint + "'", stage.label()),
                        endpoint.declaration().site(),
                        ACTION)));
            }
        }
        return true;
    }

    private @Nullable Step bound(Step step) {
        if (visited.get(step.slot)) {
            return null;
        }
        visited.set(step.slot);
        Step found = bound(step.node()) ? step : null;
        for (int index = 0; index < step.inputs.length && found == null; index++) {
            if (step.inputs[index] instanceof Input.Slot needed) {
                found = bound(steps.get(needed.slot()));
            } else if (step.inputs[index] instanceof Input.Lazy lazy) {
                found = bound(steps.get(lazy.slot()));
            }
        }
        return found;
    }

    /** Whether a dependency is bound to its thread. */
    static boolean bound(DependencyNode node) {
        return node.provider() instanceof Provider.Executing executing && executing.threadBound();
    }

    /** Returns what is said of what is bound to its thread and would be acquired while stages overlap. */
    static String refused(String bound, String asking, String stage) {
        return "'" + bound + "' is bound to its thread, but " + asking + " acquires it in parallel with '" + stage
                + "', whose value comes from another";
    }
}
