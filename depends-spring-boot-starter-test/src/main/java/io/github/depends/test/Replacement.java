package io.github.depends.test;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what takes the place of a dependency. Where several calls replace the same dependency the last one counts.
 *
 * @param <T> type of the value
 */
public interface Replacement<T> {

    /**
     * Gives everyone this value.
     *
     * @throws IllegalArgumentException if there is nothing to replace, or the value does not fit every use
     */
    void with(@Nullable T value);

    /** Asks for a value in each request that needs one, once. */
    void by(Supplier<? extends T> values);

    /**
     * Calls another dependency: the {@code @Dependency} method or the constructor of a class, with parameters and
     * dependencies of its own. If it asks for what it replaces it gets the original.
     *
     * @param dependency the class; it need not be a bean
     */
    void by(Class<?> dependency);
}
