package io.github.depends.resolution;

import org.jspecify.annotations.Nullable;

/** Calls a method or constructor, or gives a bean. */
@FunctionalInterface
public interface Invoker {

    /**
     * Makes the value.
     *
     * @param arguments one for each parameter
     * @return the result as returned
     * @throws Throwable what the method or constructor throws
     */
    @Nullable Object invoke(@Nullable Object[] arguments) throws Throwable;
}
