package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;

/** Entry point to assertions about the dependency graph of an application. */
public final class GraphAssertions {

    private GraphAssertions() {}

    /** Begins assertions about a graph. */
    public static DependencyGraphAssert assertThat(DependencyGraph graph) {
        return new DependencyGraphAssert(graph);
    }
}
