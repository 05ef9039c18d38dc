package io.github.depends.observation;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyNode;
import io.github.depends.resolution.LateFailureListener;
import io.github.depends.resolution.OverdueYields;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Measures how many yields are open, and counts what fails too late for an answer. */
final class YieldMetrics implements MeterBinder, LateFailureListener {

    private final OverdueYields yields;
    private final Supplier<DependencyGraph> graph;
    private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

    YieldMetrics(OverdueYields yields, Supplier<DependencyGraph> graph) {
        this.yields = yields;
        this.graph = graph;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("depends.yields.open", yields, OverdueYields::open)
                .description("Yields that are open")
                .register(registry);
        Gauge.builder("depends.yields.overdue", yields, OverdueYields::overdue)
                .description("Yields that have been open for longer than depends.yields.open-warning-age")
                .register(registry);
        // From zero on, so that the first failure is an increase.
        graph.get().nodes().stream().filter(DependencyNode::yields).forEach(node -> callbacks(registry, node.label()));
        tasks(registry);
        registries.add(registry);
    }

    @Override
    public void callbackFailed(String dependency) {
        registries.forEach(registry -> callbacks(registry, dependency).increment());
    }

    @Override
    public void taskFailed(String owner) {
        registries.forEach(registry -> tasks(registry).increment());
    }

    private static Counter callbacks(MeterRegistry registry, String dependency) {
        return Counter.builder("depends.yields.failures")
                .description("Callbacks of yields that failed too late for an answer")
                .tag("dependency", dependency)
                .register(registry);
    }

    private static Counter tasks(MeterRegistry registry) {
        return Counter.builder("depends.tasks.failures")
                .description("Background tasks that failed")
                .register(registry);
    }
}
