package io.github.depends.resolution;

import io.github.depends.graph.DependencyNode;

/**
 * How a dependency is made, whatever plan it is part of.
 *
 * @param node the dependency
 * @param invoker calls it
 * @param product what that returns
 */
record Recipe(DependencyNode node, Invoker invoker, Product product) {}
