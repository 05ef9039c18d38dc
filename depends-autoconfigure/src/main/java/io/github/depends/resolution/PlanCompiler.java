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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/** Turns the dependencies of one endpoint into steps; the work grows with the dependencies, not the paths to them. */
final class PlanCompiler {

    private static final int MOST_STEPS = 10_000;

    private static final int[] NONE = {};

    private final Recipes recipes;
    private final Endpoint endpoint;
    private final List<Step> steps = new ArrayList<>();
    private final @Nullable Step[] cached;
    private final Map<Key, Step> cachedByScopes = new HashMap<>();
    private final Map<Provider, BindingGroup> groups = new LinkedHashMap<>();
    private final List<Root> roots = new ArrayList<>();
    // Whether a step reads credentials, and whether one may be a guard: in most plans none does.
    private boolean reads;
    private boolean guards;

    PlanCompiler(Endpoint endpoint, Recipes recipes) {
        this.endpoint = endpoint;
        this.recipes = recipes;
        this.cached = new Step[recipes.graph().nodes().size()];
    }

    ResolutionPlan compile() {
        for (Endpoint.RouteDependency routeUse : endpoint.routeUses()) {
            root(routeUse.argument());
        }
        List<MethodParameter> parameters = endpoint.declaration().parameters();
        Input[] inputs = new Input[parameters.size()];
        for (int index = 0; index < inputs.length; index++) {
            Argument argument = endpoint.arguments().get(index);
            inputs[index] = argument instanceof Argument.OfDependency needed
                    ? input(needed, root(needed), parameters.get(index))
                    : input(argument, index, List.of());
        }
        if (steps.size() > MOST_STEPS) {
            throw tooMany();
        }
        return phases(inputs);
    }

    private ResolutionPlan phases(Input[] inputs) {
        Walk walk = new Walk();
        int[] schemes = reads ? schemesInOrder() : NONE;
        for (int scheme : schemes) {
            walk.visited.set(scheme);
        }
        BitSet bound = new BitSet();
        List<GuardTurn> turns = guards ? turns(walk, bound) : List.of();
        BitSet authorised = (BitSet) walk.visited.clone();
        int[] acquired = acquired(walk);
        boolean overlaps = recipes.acquisition().parallel()
                && new Overlap(steps, authorised)
                        .of(endpoint, acquired, roots.stream().map(Root::step).toList());
        List<BindingGroup> all = List.copyOf(groups.values());
        return new ResolutionPlan(
                recipes.graph(),
                endpoint,
                steps.toArray(Step[]::new),
                schemes,
                turns,
                bound.isEmpty()
                        ? all
                        : all.stream()
                                .filter(group -> !bound.get(group.index()))
                                .toList(),
                recipes.shared(acquired),
                overlaps,
                inputs,
                all);
    }

    private int[] schemesInOrder() {
        Walk all = new Walk();
        for (Root root : roots) {
            all.visit(root.step.slot);
        }
        return IntStream.of(all.found())
                .filter(slot -> steps.get(slot).node().scheme())
                .toArray();
    }

    /**
     * Returns what the guards need, each what no guard before it needed.
     *
     * @param bound the indices of what is bound for them
     */
    private List<GuardTurn> turns(Walk walk, BitSet bound) {
        List<GuardTurn> turns = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int guard : guardsInOrder()) {
            int[] turn = walk.eager(guard);
            List<BindingGroup> needed = new ArrayList<>();
            for (int slot : turn) {
                collectGroups(slot, seen, bound, needed);
            }
            if (turn.length > 0) {
                turns.add(new GuardTurn(needed, turn));
            }
        }
        return turns;
    }

    /** Returns what is left for the endpoint. */
    private int[] acquired(Walk walk) {
        for (Root root : roots) {
            if (!root.argument.use().delivery().lazy()) {
                walk.visit(root.step.slot);
            }
        }
        return walk.found();
    }

    private Step root(Argument.OfDependency argument) {
        Step step = step(argument, List.of());
        roots.add(new Root(argument, step));
        guards |= Endpoint.guards(argument);
        return step;
    }

    private Step step(Argument.OfDependency argument, List<String> above) {
        DependencyNode node = argument.node();
        List<String> scopes = accumulated(above, argument.use().oauth2Scopes());
        boolean shared = argument.use().useCache() || node.scheme();
        Step known = shared ? cached(node, scopes) : null;
        if (known != null) {
            return known;
        }
        if (steps.size() > MOST_STEPS) {
            return steps.get(0);
        }
        Step step = make(argument, scopes);
        if (shared && node.consumesScopes()) {
            cachedByScopes.put(new Key(node, Set.copyOf(scopes)), step);
        } else if (shared) {
            cached[node.index()] = step;
        }
        return step;
    }

    private @Nullable Step cached(DependencyNode node, List<String> scopes) {
        return node.consumesScopes() ? cachedByScopes.get(new Key(node, Set.copyOf(scopes))) : cached[node.index()];
    }

    private Step make(Argument.OfDependency argument, List<String> scopes) {
        DependencyNode node = argument.node();
        Input[] inputs = new Input[node.arguments().size()];
        DependencyScope scope = scope(argument);
        boolean closesEarly = node.yields() && scope == DependencyScope.FUNCTION;
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = node.arguments().get(index) instanceof Argument.OfDependency needed
                    ? input(needed, step(needed, scopes), parameters(node).get(index))
                    : input(node.arguments().get(index), index, scopes);
            closesEarly |= closesEarly(inputs[index]);
        }
        reads |= node.scheme();
        guards |= node.guard();
        Step step = recipes.shared(new Step(steps.size(), recipes.of(node, scope), inputs, group(node), closesEarly));
        steps.add(step);
        return step;
    }

    private static List<MethodParameter> parameters(DependencyNode node) {
        return ((Provider.Executing) node.provider()).parameters();
    }

    private boolean closesEarly(Input input) {
        return input instanceof Input.Slot slot && steps.get(slot.slot()).closesEarly
                || input instanceof Input.Lazy lazy && steps.get(lazy.slot()).closesEarly;
    }

    private Input input(Argument argument, int index, List<String> scopes) {
        if (argument instanceof Argument.OfAnnotation composed) {
            return new Input.Constant(composed.annotation());
        }
        if (argument instanceof Argument.OfNearest nearest) {
            return new Input.Constant(NearestAnnotation.of(endpoint, nearest.type()));
        }
        if (argument instanceof Argument.OfScopes) {
            return new Input.Constant(new SecurityScopes(scopes));
        }
        if (argument instanceof Argument.OfCaller) {
            return new Input.Constant(null);
        }
        return argument instanceof Argument.OfTasks ? new Input.Tasks() : new Input.Bound(index);
    }

    private Input input(Argument.OfDependency argument, Step step, MethodParameter parameter) {
        guards |= argument.use().security();
        return argument.use().delivery().lazy()
                ? new Input.Lazy(step.slot, argument.use(), new Walk().eager(step.slot))
                : new Input.Slot(
                        step.slot, argument.use(), parameter.getParameterType().isPrimitive());
    }

    private @Nullable BindingGroup group(DependencyNode node) {
        if (!(node.provider() instanceof Provider.Executing executing) || !binds(node)) {
            return null;
        }
        return groups.computeIfAbsent(executing, any -> recipes.group(node, executing, groups.size()));
    }

    private static boolean binds(DependencyNode node) {
        for (Argument argument : node.arguments()) {
            if (argument instanceof Argument.OfRequest) {
                return true;
            }
        }
        return false;
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
        if (own.isEmpty()) {
            return above;
        }
        Set<String> all = new LinkedHashSet<>(above);
        all.addAll(own);
        return List.copyOf(all);
    }

    private Set<Integer> guardsInOrder() {
        Set<Integer> guards = new LinkedHashSet<>();
        BitSet visited = new BitSet();
        for (Root root : roots) {
            collectGuards(root.step, visited, guards);
            if (Endpoint.guards(root.argument)) {
                guards.add(root.step.slot);
            }
        }
        return guards;
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

    private void collectGroups(int slot, BitSet visited, BitSet bound, List<BindingGroup> into) {
        if (visited.get(slot)) {
            return;
        }
        visited.set(slot);
        Step step = steps.get(slot);
        for (Input input : step.inputs) {
            if (input instanceof Input.Slot needed) {
                collectGroups(needed.slot(), visited, bound, into);
            } else if (input instanceof Input.Lazy lazy) {
                collectGroups(lazy.slot(), visited, bound, into);
            }
        }
        if (step.group != null && !bound.get(step.group.index())) {
            bound.set(step.group.index());
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

    private record Root(Argument.OfDependency argument, Step step) {}

    private record Key(DependencyNode node, Set<String> scopes) {}

    /** Collects steps depth-first, left to right, each once; lazy ones are left for later. */
    private final class Walk {

        private final BitSet visited = new BitSet();
        private final int[] found = new int[steps.size()];
        private int size;

        void visit(int slot) {
            if (visited.get(slot)) {
                return;
            }
            visited.set(slot);
            for (Input input : steps.get(slot).inputs) {
                if (input instanceof Input.Slot needed) {
                    visit(needed.slot());
                }
            }
            found[size++] = slot;
        }

        /** Returns what has been visited since this was last asked for. */
        int[] found() {
            int[] taken = Arrays.copyOf(found, size);
            size = 0;
            return taken;
        }

        /** Returns what has not been visited yet of what a step needs, itself included. */
        int[] eager(int slot) {
            visit(slot);
            return found();
        }
    }
}
