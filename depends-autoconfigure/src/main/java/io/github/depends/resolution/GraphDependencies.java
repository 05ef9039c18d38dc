package io.github.depends.resolution;

import io.github.depends.Dependencies;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Provider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the dependencies of a graph for the length of a callback. Thread-safe. */
public final class GraphDependencies implements Dependencies {

    private final Supplier<DependencyGraph> graph;
    private final Supplier<Invokers> invokers;
    private final TaskRunner tasks;
    private final TaskContexts contexts;
    private final LateFailures failures;
    private final Acquisition acquisition;
    private final Set<OpenGraph> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Known last;

    /**
     * Makes them.
     *
     * @param graph the graph, asked for at each call; a background task keeps the one of the request that has added it
     * @param invokers makes what calls dependencies, asked for when it is needed
     * @param tasks runs the tasks that a callback adds
     * @param contexts travel with those tasks
     * @param failures is told of callbacks that fail too late for whoever runs one
     * @param acquisition whether stages may overlap
     */
    public GraphDependencies(
            Supplier<DependencyGraph> graph,
            Supplier<Invokers> invokers,
            TaskRunner tasks,
            TaskContexts contexts,
            LateFailures failures,
            Acquisition acquisition) {
        this.graph = graph;
        this.invokers = invokers;
        this.tasks = tasks;
        this.contexts = contexts;
        this.failures = failures;
        this.acquisition = acquisition;
    }

    /** Gives what is open now; for any thread. */
    public void tellOpen(Consumer<OpenYield> to) {
        open.forEach(each -> each.tellOpen(to));
    }

    @Override
    public <E extends Exception> void run(Callback<E> callback) throws E {
        this.<Boolean, E>call(opened -> {
            callback.run(opened);
            return true;
        });
    }

    @Override
    public <R extends @Nullable Object, E extends Exception> R call(ResultCallback<R, E> callback) throws E {
        OpenGraph opened = open();
        open.add(opened);
        try {
            return call(callback, opened);
        } finally {
            open.remove(opened);
        }
    }

    private static <R extends @Nullable Object, E extends Exception> R call(
            ResultCallback<R, E> callback, OpenGraph opened) throws E {
        R result;
        try {
            result = callback.call(opened);
        } catch (Throwable thrown) {
            throw Sneaky.<RuntimeException>rethrow(opened.failed(thrown));
        }
        opened.succeeded();
        return result;
    }

    private OpenGraph open() {
        DependencyGraph began = tasks.current();
        DependencyGraph current = began != null ? began : graph.get();
        Known known = last;
        // An application has one graph; tests have one after the other, and only the last is kept.
        if (known == null || known.graph() != current) {
            known = new Known(current, new ConcurrentHashMap<>());
            last = known;
        }
        Map<Provider, Invoker> made = known.invokers();
        return new OpenGraph(
                current,
                provider -> made.computeIfAbsent(provider, any -> invokers.get().of(provider)),
                tasks,
                contexts,
                failures,
                acquisition);
    }

    private record Known(DependencyGraph graph, Map<Provider, Invoker> invokers) {}
}
