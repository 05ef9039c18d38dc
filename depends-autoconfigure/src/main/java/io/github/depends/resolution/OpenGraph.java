package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.DependencyScope;
import io.github.depends.OpenDependencies;
import io.github.depends.graph.Argument;
import io.github.depends.graph.Delivery;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Site;
import io.github.depends.graph.Use;
import io.github.depends.security.SecurityScopes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;

/** Resolves what one callback asks for, each dependency once, and closes it when the callback has ended. */
final class OpenGraph implements OpenDependencies {

    private static final String OWNER = "a callback of Dependencies";
    private static final Site SITE = Site.of("Dependencies");

    private final DependencyGraph graph;
    private final Invokers invokers;
    private final TaskRunner runner;
    private final Thread thread = Thread.currentThread();
    private final Acquisition acquisition;
    private final OpenYields yields;
    private final TaskQueue tasks;
    private final Map<Provider, Optional<Object>> given = new HashMap<>();
    private final Map<Key, Made> made = new HashMap<>();
    private @Nullable StagesUnderWay stages;
    private boolean asked;
    private boolean ended;

    OpenGraph(
            DependencyGraph graph,
            Invokers invokers,
            TaskRunner runner,
            TaskContexts contexts,
            LateFailures failures,
            Acquisition acquisition) {
        this.graph = graph;
        this.invokers = invokers;
        this.runner = runner;
        this.acquisition = acquisition;
        this.yields = new OpenYields(OWNER, failures);
        this.tasks = new TaskQueue(OWNER, graph, contexts);
    }

    void succeeded() {
        ended = true;
        end(yields.complete(null, false));
    }

    Throwable failed(Throwable thrown) {
        ended = true;
        Throwable failure = yields.complete(thrown, false);
        yields.release(failure, false);
        return failure == null ? thrown : failure;
    }

    private void end(@Nullable Throwable failure) {
        if (failure == null) {
            tasks.takeBeforeRelease().forEach(runner::now);
        }
        List<Task> later = tasks.takeAfterRelease();
        yields.release(failure, false);
        if (failure != null) {
            throw Sneaky.<RuntimeException>rethrow(failure);
        }
        runner.later(later);
    }

    void tellOpen(Consumer<OpenYield> to) {
        yields.tell(to);
    }

    @Override
    public <T extends @Nullable Object> T get(Class<T> type) {
        return get(use(null, "", ResolvableType.forClass(type)));
    }

    @Override
    public <T extends @Nullable Object> T get(Class<T> type, String name) {
        return get(use(null, name, ResolvableType.forClass(type)));
    }

    @Override
    public <T extends @Nullable Object> T get(Class<?> dependency, Class<T> result) {
        return get(use(dependency, "", ResolvableType.forClass(result)));
    }

    @Override
    public <T extends @Nullable Object> T get(Class<?> dependency, String name, Class<T> result) {
        return get(use(dependency, name, ResolvableType.forClass(result)));
    }

    @Override
    public <T extends @Nullable Object> T get(ParameterizedTypeReference<T> type) {
        return get(use(null, "", ResolvableType.forType(type.getType())));
    }

    @Override
    public <T> OpenDependencies with(Class<T> type, T value) {
        return with(use(null, "", ResolvableType.forClass(type)), value);
    }

    @Override
    public <T> OpenDependencies with(Class<T> type, String name, T value) {
        return with(use(null, name, ResolvableType.forClass(type)), value);
    }

    @Override
    public <T> OpenDependencies with(Class<?> dependency, Class<T> result, T value) {
        return with(use(dependency, "", ResolvableType.forClass(result)), value);
    }

    @Override
    public <T> OpenDependencies with(Class<?> dependency, String name, Class<T> result, T value) {
        return with(use(dependency, name, ResolvableType.forClass(result)), value);
    }

    @Override
    public <T> OpenDependencies with(ParameterizedTypeReference<T> type, T value) {
        return with(use(null, "", ResolvableType.forType(type.getType())), value);
    }

    private static Use use(@Nullable Class<?> dependency, String name, ResolvableType type) {
        return new Use(
                dependency,
                name,
                type,
                true,
                DependencyScope.DEFAULT,
                false,
                List.of(),
                List.of(),
                Delivery.NULLABLE,
                SITE);
    }

    private OpenDependencies with(Use use, Object value) {
        if (asked) {
            throw new IllegalStateException("A value is given before the first dependency is asked for");
        }
        given.put(graph.settle(use).node().provider(), Optional.of(value));
        return this;
    }

    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // the graph matches types
    private <T extends @Nullable Object> T get(Use use) {
        requireOpen();
        asked = true;
        Argument.OfDependency argument = graph.settle(use);
        requireNoRequest(argument.node(), new LinkedHashSet<>(), new LinkedHashSet<>());
        requireNothingBound(argument.node());
        return (T) value(argument, List.of());
    }

    private void requireOpen() {
        if (ended || Thread.currentThread() != thread) {
            throw new IllegalStateException(
                    "Dependencies are open only on the thread that runs the callback and until it ends");
        }
    }

    private void requireNoRequest(DependencyNode node, Set<DependencyNode> path, Set<DependencyNode> visited) {
        if (given.containsKey(node.provider()) || !visited.add(node)) {
            return;
        }
        path.add(node);
        if (node.scheme()) {
            throw needsRequest(path, "reads credentials");
        }
        for (Argument argument : node.arguments()) {
            if (argument instanceof Argument.OfRequest request) {
                throw needsRequest(path, "takes '" + request.name() + "' from it");
            }
            if (argument instanceof Argument.OfDependency needed
                    && !needed.use().delivery().lazy()) {
                requireNoRequest(needed.node(), path, visited);
            }
        }
        path.remove(node);
    }

    private void requireNothingBound(DependencyNode node) {
        if (acquisition.parallel()) {
            Set<DependencyNode> reached = new LinkedHashSet<>();
            reach(node, reached);
            reached.stream()
                    .filter(Overlap::bound)
                    .findFirst()
                    .ifPresent(bound -> reached.stream()
                            .filter(OpenGraph::stage)
                            .findFirst()
                            .ifPresent(stage -> {
                                throw new IllegalStateException(
                                        Overlap.refused(bound.label(), OWNER, stage.label()) + ". " + Overlap.ACTION);
                            }));
        }
    }

    private void reach(DependencyNode node, Set<DependencyNode> into) {
        if (!given.containsKey(node.provider()) && into.add(node)) {
            node.needs().forEach(needed -> reach(needed.node(), into));
        }
    }

    private static boolean stage(DependencyNode node) {
        return node.provider() instanceof Provider.Executing executing
                && executing.result().stage()
                && !node.guard();
    }

    private static IllegalStateException needsRequest(Set<DependencyNode> path, String why) {
        List<String> labels = path.stream().map(DependencyNode::label).toList();
        return new IllegalStateException("There is no request here, but '" + labels.get(labels.size() - 1) + "' " + why
                + ": " + String.join(" -> ", labels) + ". Give the value of one of them by with(...)");
    }

    // Stages of one thing that is asked for overlap; it has all arrived before it is given.
    private @Nullable Object value(Argument.OfDependency argument, List<String> above) {
        if (!acquisition.parallel() || stages != null) {
            return begin(argument, above).value();
        }
        StagesUnderWay begun = new StagesUnderWay();
        stages = begun;
        try {
            return begin(argument, above).value();
        } catch (Throwable thrown) {
            begun.abandon(thrown);
            made.values().removeIf(Made::underWay);
            throw thrown;
        } finally {
            stages = null;
        }
    }

    private Made begin(Argument.OfDependency argument, List<String> above) {
        DependencyNode node = argument.node();
        Optional<Object> present = given.get(node.provider());
        if (present != null) {
            return Made.of(present.get());
        }
        if (node.provider() instanceof Provider.OfBean bean) {
            return Made.of(bean.instance().get());
        }
        List<String> scopes = accumulated(above, argument.use().oauth2Scopes());
        Key key = new Key(node, node.consumesScopes() ? Set.copyOf(scopes) : Set.of());
        Made known = argument.use().useCache() ? made.get(key) : null;
        if (known == null) {
            known = make(argument, scopes);
            if (argument.use().useCache()) {
                made.put(key, known);
            }
        }
        return known.orFailed();
    }

    private Made make(Argument.OfDependency argument, List<String> scopes) {
        Made begun = new Made();
        try {
            if (argument.node().provider() instanceof Provider.OfMissing missing) {
                throw missing.exception();
            }
            run(argument, needed(argument.node(), scopes), scopes, begun);
        } catch (Throwable thrown) {
            begun.end(null, thrown);
        }
        return begun;
    }

    private @Nullable Made[] needed(DependencyNode node, List<String> scopes) {
        @Nullable Made[] needed = new Made[node.arguments().size()];
        for (int index = 0; index < needed.length; index++) {
            if (node.arguments().get(index) instanceof Argument.OfDependency argument
                    && !argument.use().delivery().lazy()) {
                needed[index] = begin(argument, scopes);
            }
        }
        for (Made each : needed) {
            if (each != null) {
                each.value();
            }
        }
        return needed;
    }

    private void run(Argument.OfDependency argument, @Nullable Made[] needed, List<String> scopes, Made into)
            throws Throwable {
        StagesUnderWay begun = stages;
        Product product = product((Provider.Executing) argument.node().provider(), argument.use());
        try {
            Object result = invoke(argument, needed, scopes);
            if (begun != null && result != null && product.stage() && !decides(argument)) {
                into.pending = new Pending(product, result, yields, begun, into::end);
            } else {
                into.end(product.value(result, yields), null);
            }
        } catch (Throwable thrown) {
            throw begun == null ? thrown : begun.first(thrown);
        }
    }

    private static boolean decides(Argument.OfDependency argument) {
        return argument.use().security() || argument.node().guard();
    }

    private Product product(Provider.Executing provider, Use use) {
        return new Product(
                provider,
                provider.result().stage(),
                provider.result().yields(),
                use.scope() == DependencyScope.DEFAULT ? provider.scope() : use.scope(),
                acquisition.timeout());
    }

    private @Nullable Object invoke(Argument.OfDependency asking, @Nullable Made[] needed, List<String> scopes)
            throws Throwable {
        DependencyNode node = asking.node();
        @Nullable Object[] arguments = new Object[needed.length];
        for (int index = 0; index < arguments.length; index++) {
            Argument argument = node.arguments().get(index);
            Made made = needed[index];
            arguments[index] = made != null && argument instanceof Argument.OfDependency use
                    ? delivered(use.use(), use.node(), made.value())
                    : argument(argument, asking.use(), scopes);
        }
        return invokers.of((Provider.Executing) node.provider()).invoke(arguments);
    }

    private @Nullable Object argument(Argument argument, Use asking, List<String> scopes) {
        if (argument instanceof Argument.OfDependency lazy) {
            return (Supplier<?>) () -> lazily(lazy, scopes);
        }
        if (argument instanceof Argument.OfAnnotation composed) {
            return composed.annotation();
        }
        if (argument instanceof Argument.OfNearest nearest) {
            return asking.composed(nearest.type());
        }
        if (argument instanceof Argument.OfScopes) {
            return new SecurityScopes(scopes);
        }
        if (argument instanceof Argument.OfTasks) {
            return tasks;
        }
        if (argument instanceof Argument.OfCaller) {
            return null;
        }
        throw new IllegalStateException("There is no request here");
    }

    private @Nullable Object lazily(Argument.OfDependency needed, List<String> scopes) {
        requireOpen();
        requireNoRequest(needed.node(), new LinkedHashSet<>(), new LinkedHashSet<>());
        return delivered(needed.use(), needed.node(), value(needed, scopes));
    }

    private static @Nullable Object delivered(Use use, DependencyNode node, @Nullable Object value) {
        if (use.delivery() == Delivery.OPTIONAL || use.delivery() == Delivery.LAZY_OPTIONAL) {
            return Optional.ofNullable(value);
        }
        if (value == null && !use.delivery().nullable()) {
            throw new IllegalStateException("'" + node.label() + "' has no value (null), but " + use.site()
                    + " needs one; declare the parameter '" + use.site().parameter() + "' @Nullable or Optional");
        }
        return value;
    }

    private static List<String> accumulated(List<String> above, List<String> own) {
        Set<String> all = new LinkedHashSet<>(above);
        all.addAll(own);
        return List.copyOf(all);
    }

    private record Key(DependencyNode node, Set<String> scopes) {}

    /** A dependency that has run; its value, its failure, or the stage of which the value is to come. */
    private static final class Made {

        private @Nullable Object value;
        private @Nullable Throwable failure;
        private @Nullable Pending pending;

        static Made of(@Nullable Object value) {
            Made made = new Made();
            made.value = value;
            return made;
        }

        void end(@Nullable Object value, @Nullable Throwable failure) {
            this.value = value;
            this.failure = failure;
            this.pending = null;
        }

        boolean underWay() {
            return pending != null;
        }

        Made orFailed() {
            if (failure != null) {
                throw Sneaky.<RuntimeException>rethrow(failure);
            }
            return this;
        }

        @Nullable Object value() {
            if (pending != null) {
                pending.require();
            }
            return orFailed().value;
        }
    }
}
