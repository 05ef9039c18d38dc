package io.github.depends.resolution;

import io.github.depends.graph.Provider;

/** Makes what calls the methods and constructors of dependencies; once for each dependency of a plan. */
@FunctionalInterface
public interface Invokers {

    /** Returns what calls a dependency. */
    Invoker of(Provider.Executing provider);
}
