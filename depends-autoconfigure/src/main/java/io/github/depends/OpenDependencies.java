package io.github.depends;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

/**
 * Dependencies that are open for the length of one {@link Dependencies} callback.
 *
 * <p>Each is resolved once per callback. Not thread-safe: for the thread that runs the callback.
 */
public interface OpenDependencies {

    /** Returns the dependency of a type; fails like a use that means nothing, or more than one thing. */
    <T extends @Nullable Object> T get(Class<T> type);

    /** Returns the dependency of a type and name. */
    <T extends @Nullable Object> T get(Class<T> type, String name);

    /** Returns the value of a dependency whose class is not the value's, such as a class with dependency methods. */
    <T extends @Nullable Object> T get(Class<?> dependency, Class<T> result);

    /** Returns the value of a named dependency whose class is not the value's. */
    <T extends @Nullable Object> T get(Class<?> dependency, String name, Class<T> result);

    /** Returns the dependency of a generic type. */
    <T extends @Nullable Object> T get(ParameterizedTypeReference<T> type);

    /**
     * Gives the value of a dependency, which is then not resolved.
     *
     * @throws IllegalStateException after the first {@code get}
     */
    <T> OpenDependencies with(Class<T> type, T value);

    /** Gives the value of a named dependency. */
    <T> OpenDependencies with(Class<T> type, String name, T value);

    /** Gives the value of a dependency whose class is not the value's. */
    <T> OpenDependencies with(Class<?> dependency, Class<T> result, T value);

    /** Gives the value of a named dependency whose class is not the value's. */
    <T> OpenDependencies with(Class<?> dependency, String name, Class<T> result, T value);

    /** Gives the value of a dependency of a generic type. */
    <T> OpenDependencies with(ParameterizedTypeReference<T> type, T value);
}
