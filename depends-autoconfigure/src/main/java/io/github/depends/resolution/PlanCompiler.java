package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.graph.NearestAnnotation;
import io.github.depends.graph.Provider;
import io.github.depends.security.SecurityScopes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the dependencies of one endpoint into steps; the work grows with the dependencies, not the paths to them. */
final class PlanCompiler {

    private static final int MOST_STEPS = 10_000;

    private final Recipes recipes;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Key, Step> cached = new HashMap<>();
    private final Map<Provider, BindingGroup> groups = new LinkedHashMap<>();
    private final List<Root> roots = new ArrayList<>();
    private final Endpoint endpoint;

    PlanCompiler(Endpoint endpoint, Recipes recipes) {
        this.endpoint = endpoint;
        this.recipes = recipes;
    }

    ResolutionPlan compile() {
        for (Endpoint.RouteDependency routeUse : endpoint.routeUses()) {
            root(routeUse.argument());
        }
        List<Input> inputs = new ArrayList<>();
        for (int index = 0; index < endpoint.arguments().size(); index++) {
            Argument argument = endpoint.arguments().get(index);
            boolean primitive =
                    endpoint.declaration().method().getParameterTypes()[index].isPrimitive();
            inputs.add(
                    argument instanceof Argument.OfDependency needed
                            ? input(needed, root(needed), primitive)
                            : input(argument, index, List.of(), primitive));
        }
        if (steps.size() > MOST_STEPS) {
            throw tooMany();
        }
        return phases(inputs);
    }

    private ResolutionPlan phases(List<Input> inputs) {
        List<Integer> schemes = new ArrayList<>();
        List<GuardTurn> guards = new ArrayList<>();
        Walk walk = new Walk();
        Set<BindingGroup> bound = new LinkedHashSet<>();
        for (Step step : inOrder()) {
            if (step.node().scheme()) {
                schemes.add(step.slot);
                walk.visited.set(step.slot);
            }
        }
        BitSet seenByGuards = new BitSet();
        for (int guard : guardsInOrder()) {
            List<Integer> turn = new ArrayList<>();
            walk.eager(guard, turn);
            Set<BindingGroup> needed = new LinkedHashSet<>();
            turn.forEach(slot -> collectGroups(slot, seenByGuards, needed));
            needed.removeAll(bound);
            bound.addAll(needed);
            if (!turn.isEmpty()) {
                guards.add(new GuardTurn(List.copyOf(needed), array(turn)));
            }
        }
        BitSet authorised = (BitSet) walk.visited.clone();
        Set<BindingGroup> validated = new LinkedHashSet<>();
        List<Integer> acquired = new ArrayList<>();
        BitSet seen = new BitSet();
        for (Root root : roots) {
            collectGroups(root.step.slot, seen, validated);
            if (!root.argument.use().delivery().lazy()) {
                walk.eager(root.step.slot, acquired);
            }
        }
        validated.removeAll(bound);
        boolean overlaps = recipes.acquisition().parallel()
                && new Overlap(steps, authorised)
                        .of(endpoint, acquired, roots.stream().map(Root::step).toList());
        return new ResolutionPlan(
                recipes.graph(),
                endpoint,
                steps,
                array(schemes),
                guards,
                List.copyOf(validated),
                array(acquired),
                overlaps,
                inputs,
                List.copyOf(groups.values()));
    }

    private Step root(Argument.OfDependency argument) {
        Step step = step(argument, List.of());
        roots.add(new Root(argument, step));
        return step;
    }

    private Step step(Argument.OfDependency argument, List<String> above) {
        DependencyNode node = argument.node();
        List<String> scopes = accumulated(above, argument.use().oauth2Scopes());
        Key key = new Key(node, node.consumesScopes() ? Set.copyOf(scopes) : Set.of());
        Step known = argument.use().useCache() || node.scheme() ? cached.get(key) : null;
        if (known != null) {
            return known;
        }
        if (steps.size() > MOST_STEPS) {
            return steps.get(0);
        }
        Step step = make(argument, scopes);
        if (argument.use().useCache() || node.scheme()) {
            cached.put(key, step);
        }
        return step;
    }

    private Step make(Argument.OfDependency argument, List<String> scopes) {
        DependencyNode node = argument.node();
        Input[] inputs = new Input[node.arguments().size()];
        for (int index = 0; index < inputs.length; index++) {
            boolean primitive = ((Provider.Executing) node.provider())
                    .parameters()
                    .get(index)
                    .getParameterType()
                    .isPrimitive();
            inputs[index] = input(node.arguments().get(index), index, scopes, primitive);
        }
        DependencyScope scope = scope(argument);
        boolean closesEarly = node.yields() && scope == DependencyScope.FUNCTION
                || Arrays.stream(inputs).anyMatch(this::closesEarly);
        Step step = recipes.shared(new Step(steps.size(), recipes.of(node, scope), inputs, group(node), closesEarly));
        steps.add(step);
        return step;
    }

    private boolean closesEarly(Input input) {
        return input instanceof Input.Slot slot && steps.get(slot.slot()).closesEarly
                || input instanceof Input.Lazy lazy && steps.get(lazy.slot()).closesEarly;
    }

    private Input input(Argument argument, int index, List<String> scopes, boolean primitive) {
        if (argument instanceof Argument.OfDependency needed) {
            return input(needed, step(needed, scopes), primitive);
        }
        if (argument instanceof Argument.OfAnnotation composed) {
            return new Input.Constant(composed.annotation());
        }
        if (argument instanceof Argument.OfNearest nearest) {
            return new Input.Constant(NearestAnnotation.of(endpoint, nearest.type()));
        }
        if (argument instanceof Argument.OfScopes) {
            return new Input.Constant(new SecurityScopes(scopes));
        }
        return argument instanceof Argument.OfTasks ? new Input.Tasks() : new Input.Bound(index);
    }

    private Input input(Argument.OfDependency argument, Step step, boolean primitive) {
        if (!argument.use().delivery().lazy()) {
            return new Input.Slot(step.slot, argument.use(), primitive);
        }
        List<Integer> order = new ArrayList<>();
        new Walk().eager(step.slot, order);
        return new Input.Lazy(step.slot, argument.use(), array(order));
    }

    private @Nullable BindingGroup group(DependencyNode node) {
        if (!(node.provider() instanceof Provider.Executing executing)
                || node.arguments().stream().noneMatch(Argument.OfRequest.class::isInstance)) {
            return null;
        }
        return groups.computeIfAbsent(executing, made -> {
            List<Argument.@Nullable OfRequest> requested = new ArrayList<>();
            for (Argument argument : node.arguments()) {
                requested.add(argument instanceof Argument.OfRequest request ? request : null);
            }
            return new BindingGroup(groups.size(), executing, requested);
        });
    }

    private static DependencyScope scope(Argument.OfDependency argument) {
        if (argument.use().scope() != DependencyScope.DEFAULT) {
            return argument.use().scope();
        }
        return argument.node().provider() instanceof Provider.Executing executing
                ? executing.scope()
                : DependencyScope.REQUEST;
    }

    private static List<String> accumulated(List<String> above, List<String> own) {
        Set<String> all = new LinkedHashSet<>(above);
        all.addAll(own);
        return List.copyOf(all);
    }

    /** Returns all steps in the order in which the uses reach them, what is needed first. */
    private List<Step> inOrder() {
        List<Integer> order = new ArrayList<>();
        Walk walk = new Walk();
        roots.forEach(root -> walk.eager(root.step.slot, order));
        return order.stream().map(steps::get).toList();
    }

    private List<Integer> guardsInOrder() {
        Set<Integer> guards = new LinkedHashSet<>();
        BitSet visited = new BitSet();
        for (Root root : roots) {
            collectGuards(root.step, visited, guards);
            if (Endpoint.guards(root.argument)) {
                guards.add(root.step.slot);
            }
        }
        return List.copyOf(guards);
    }

    private void collectGuards(Step step, BitSet visited, Set<Integer> guards) {
        if (visited.get(step.slot)) {
            return;
        }
        visited.set(step.slot);
        for (int index = 0; index < step.inputs.length; index++) {
            if (step.inputs[index] instanceof Input.Slot input) {
                collectGuards(steps.get(input.slot()), visited, guards);
                if (input.use().security()) {
                    guards.add(input.slot());
                }
            }
        }
        if (step.node().guard()) {
            guards.add(step.slot);
        }
    }

    private void collectGroups(int slot, BitSet visited, Set<BindingGroup> into) {
        if (visited.get(slot)) {
            return;
        }
        visited.set(slot);
        Step step = steps.get(slot);
        for (Input input : step.inputs) {
            if (input instanceof Input.Slot needed) {
                collectGroups(needed.slot(), visited, into);
            } else if (input instanceof Input.Lazy lazy) {
                collectGroups(lazy.slot(), visited, into);
            }
        }
        if (step.group != null) {
            into.add(step.group);
        }
    }

    private InvalidDependencyGraphException tooMany() {
        return new InvalidDependencyGraphException(List.of(new Fault(
                "'" + endpoint + "' would take more than " + MOST_STEPS + " steps, because uses with useCache = false"
                        + " repeat what is below them",
                endpoint.declaration().site(),
                "Share some of these dependencies.")));
    }

    private static int[] array(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private record Root(Argument.OfDependency argument, Step step) {}

    private record Key(DependencyNode node, Set<String> scopes) {}

    /** Collects steps depth-first, left to right, each once; lazy ones are left for later. */
    private final class Walk {

        private final BitSet visited = new BitSet();

        void eager(int slot, List<Integer> into) {
            if (visited.get(slot)) {
                return;
            }
            visited.set(slot);
            for (Input input : steps.get(slot).inputs) {
                if (input instanceof Input.Slot needed) {
                    eager(needed.slot(), into);
                }
            }
            into.add(slot);
        }
    }
}
