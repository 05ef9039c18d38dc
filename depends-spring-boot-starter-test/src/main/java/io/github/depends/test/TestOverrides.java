package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyOverride;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.web.EndpointPlans;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
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
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Exception> refused = new ArrayList<>(1);
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

    /** Adds the mock of a field, which {@link #clear} leaves. */
    synchronized void declare(MockFields.MockField mock) {
        DependencyGraph more;
        try {
            more = with(declared, DependencyGraph::with, mock.override());
        } catch (IllegalArgumentException miss) {
            throw new IllegalArgumentException(
                    "@MockDependency field " + mock.label() + ": " + miss.getMessage(), miss);
        }
        if (more.replacements() == declared.replacements()) {
            throw new IllegalArgumentException("@MockDependency field " + mock.label()
                    + ": another field mocks the same dependency, and nobody would ask that mock. Keep one of them, or say"
                    + " by the name which dependency each one means");
        }
        declared = more;
        use(declared);
    }

    /** Adds a replacement of what an endpoint uses. */
    synchronized void add(DependencyOverride override) {
        use(with(graph, DependencyGraph::with, override));
    }

    /** Adds a replacement of what an endpoint or someone outside requests uses. */
    synchronized void addUnused(DependencyOverride override) {
        use(with(graph, DependencyGraph::withUnused, override));
    }

    /** Expects that something is given what takes its place. */
    synchronized void open(Object replacement) {
        open.add(replacement);
    }

    /** Expects it no more. */
    synchronized void close(Object replacement) {
        open.remove(replacement);
    }

    /** Keeps why a request was refused that may have been this test's. */
    synchronized void refused(Exception why) {
        refused.add(why);
    }

    /**
     * Ends the test.
     *
     * @param failure why the test has failed, which may come from a refused request; {@code null} if it has not
     * @throws IllegalStateException if it began to replace something and has not said by what
     */
    synchronized void end(@Nullable Throwable failure) {
        if (failure != null) {
            refused.stream().limit(1).forEach(failure::addSuppressed);
        } else if (!open.isEmpty()) {
            throw new IllegalStateException(
                    test + " has called " + open.iterator().next()
                            + ", but has not said by what, so that nothing was replaced. Add .with(...) or .by(...)");
        }
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

    private static DependencyGraph with(
            DependencyGraph graph,
            BiFunction<DependencyGraph, List<DependencyOverride>, DependencyGraph> adding,
            DependencyOverride override) {
        try {
            return adding.apply(graph, List.of(override));
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
