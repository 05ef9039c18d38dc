package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.DependencyScope;
import io.github.depends.OpenDependencies;
import io.github.depends.Yield;
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
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;

/** Resolves what one callback asks for, each dependency once, and closes it when the callback has ended. */
final class OpenGraph implements OpenDependencies {

    private static final Log LOGGER = LogFactory.getLog(OpenGraph.class);
    private static final Site SITE = Site.of("Dependencies");

    private final DependencyGraph graph;
    private final Invokers invokers;
    private final TaskRunner runner;
    private final Thread thread = Thread.currentThread();
    private final OpenYields yields = new OpenYields();
    private final TaskQueue tasks;
    private final Map<Provider, Optional<Object>> given = new HashMap<>();
    private final Map<Key, Made> made = new HashMap<>();
    private boolean asked;
    private boolean ended;

    OpenGraph(DependencyGraph graph, Invokers invokers, TaskRunner runner) {
        this.graph = graph;
        this.invokers = invokers;
        this.runner = runner;
        this.tasks = new TaskQueue("a callback of Dependencies", graph);
    }

    void succeeded() {
        ended = true;
        end(yields.complete(null, false));
    }

    Throwable failed(Throwable thrown) {
        ended = true;
        Throwable failure = yields.complete(thrown, false);
        release(failure);
        return failure == null ? thrown : failure;
    }

    private void end(@Nullable Throwable failure) {
        if (failure == null) {
            tasks.takeBeforeRelease().forEach(runner::now);
        }
        List<Task> later = tasks.takeAfterRelease();
        release(failure);
        if (failure != null) {
            throw Sneaky.<RuntimeException>rethrow(failure);
        }
        runner.later(later);
    }

    private void release(@Nullable Throwable failure) {
        yields.release(
                failure,
                false,
                (dependency, thrown) -> LOGGER.error("Closing '" + dependency + "' failed after the callback", thrown));
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

    private static IllegalStateException needsRequest(Set<DependencyNode> path, String why) {
        List<String> labels = path.stream().map(DependencyNode::label).toList();
        return new IllegalStateException("There is no request here, but '" + labels.get(labels.size() - 1) + "' " + why
                + ": " + String.join(" -> ", labels) + ". Give the value of one of them by with(...)");
    }

    private @Nullable Object value(Argument.OfDependency argument, List<String> above) {
        DependencyNode node = argument.node();
        Optional<Object> present = given.get(node.provider());
        if (present != null) {
            return present.get();
        }
        if (node.provider() instanceof Provider.OfBean bean) {
            return bean.instance().get();
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
        if (known.failure() != null) {
            throw Sneaky.<RuntimeException>rethrow(known.failure());
        }
        return known.value();
    }

    private Made make(Argument.OfDependency argument, List<String> scopes) {
        DependencyNode node = argument.node();
        try {
            if (node.provider() instanceof Provider.OfMissing missing) {
                throw missing.exception();
            }
            Provider.Executing provider = (Provider.Executing) node.provider();
            @Nullable Object[] arguments = new Object[node.arguments().size()];
            for (int index = 0; index < arguments.length; index++) {
                arguments[index] = argument(node.arguments().get(index), scopes);
            }
            return new Made(
                    unwrap(provider, argument.use(), invokers.of(provider).invoke(arguments)), null);
        } catch (Throwable thrown) {
            return new Made(null, thrown);
        }
    }

    private @Nullable Object unwrap(Provider.Executing provider, Use use, @Nullable Object result) throws Throwable {
        Object value = provider.result().stage() && result != null ? Stages.await(result) : result;
        if (provider.result().yields()) {
            if (value == null) {
                throw new IllegalStateException("'" + provider.label() + "' returned null instead of a Yield");
            }
            DependencyScope scope = use.scope() == DependencyScope.DEFAULT ? provider.scope() : use.scope();
            value = yields.open((Yield<?>) value, provider, scope);
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private @Nullable Object argument(Argument argument, List<String> scopes) {
        if (argument instanceof Argument.OfDependency needed) {
            return needed.use().delivery().lazy()
                    ? (Supplier<?>) () -> lazily(needed, scopes)
                    : delivered(needed.use(), needed.node(), value(needed, scopes));
        }
        if (argument instanceof Argument.OfAnnotation composed) {
            return composed.annotation();
        }
        if (argument instanceof Argument.OfScopes) {
            return new SecurityScopes(scopes);
        }
        if (argument instanceof Argument.OfTasks) {
            return tasks;
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

    private record Made(@Nullable Object value, @Nullable Throwable failure) {}
}
