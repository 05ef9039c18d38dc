package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.web.EndpointPlans;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one test has replaced: a graph of its own and, from its first request on, the plans. Thread-safe. */
final class TestOverrides {

    private final String test;
    private final DependencyGraph application;
    private final Function<DependencyGraph, EndpointPlans> planner;
    private DependencyGraph declared;
    private DependencyGraph graph;
    private @Nullable EndpointPlans plans;

    /**
     * Begins with a graph as it is.
     *
     * @param test how messages name the test
     * @param application the graph to begin with
     * @param planner plans another graph
     */
    TestOverrides(String test, DependencyGraph application, Function<DependencyGraph, EndpointPlans> planner) {
        this.test = test;
        this.application = application;
        this.planner = planner;
        this.declared = application;
        this.graph = application;
    }

    /** Returns overrides of one request, which begin with these. */
    synchronized TestOverrides forRequest() {
        TestOverrides own = new TestOverrides(test, application, planner);
        own.declared = graph;
        own.graph = graph;
        return own;
    }

    /** Adds what {@link #clear} leaves. */
    synchronized void declare(List<DependencyOverride> overrides) {
        declared = with(declared, overrides);
        use(declared);
    }

    /** Adds one. */
    synchronized void add(DependencyOverride override) {
        use(with(graph, List.of(override)));
    }

    /** Goes back to what has been declared. */
    synchronized void clear() {
        use(declared);
    }

    /** Whether anything is replaced. */
    synchronized boolean any() {
        return graph != application;
    }

    synchronized DependencyGraph graph() {
        return graph;
    }

    /** Returns the plans, made once for each set; {@code null} if nothing is replaced. */
    synchronized @Nullable EndpointPlans plans() {
        if (plans == null && any()) {
            plans = planner.apply(graph);
        }
        return plans;
    }

    private void use(DependencyGraph changed) {
        graph = changed;
        plans = null;
    }

    private static DependencyGraph with(DependencyGraph graph, List<DependencyOverride> overrides) {
        try {
            return graph.with(overrides);
        } catch (InvalidDependencyGraphException invalid) {
            throw new IllegalArgumentException(
                    invalid.faults().stream()
                            .map(fault -> fault.message() + ". " + fault.action())
                            .collect(Collectors.joining("\n")),
                    invalid);
        }
    }

    @Override
    public String toString() {
        return test;
    }
}
