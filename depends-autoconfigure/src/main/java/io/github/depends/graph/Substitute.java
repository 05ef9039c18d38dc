package io.github.depends.graph;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes the place of a dependency in a test. */
public sealed interface Substitute {

    /** The same value for everyone. */
    record Value(@Nullable Object value) implements Substitute {}

    /** A value for each request. */
    record Supplied(Supplier<?> values) implements Substitute {}

    /**
     * A dependency method or constructor of a class, which need not be a bean.
     *
     * @param type the class
     * @param instance gives the object of its methods
     */
    record Declared(Class<?> type, Supplier<Object> instance) implements Substitute {}

    /** No value and nothing to run. */
    record Nothing() implements Substitute {}
}
