package io.github.depends;

import org.jspecify.annotations.Nullable;

/**
 * Opens dependencies outside a request: in jobs, listeners, background tasks and command lines.
 *
 * <p>Each call has a resolution of its own. What the callback throws is the outcome that the opened yields see; they
 * are closed before the call returns. Thread-safe.
 */
public interface Dependencies {

    /**
     * Runs a callback with open dependencies.
     *
     * @param callback asks for what it needs
     * @throws E what the callback throws, or what completing it throws in its place
     */
    <E extends Exception> void run(Callback<E> callback) throws E;

    /**
     * Calls a callback with open dependencies.
     *
     * @param callback asks for what it needs and returns a result, which must not need anything that is closed by then
     * @return what the callback returned
     * @throws E what the callback throws, or what completing it throws in its place
     */
    <R extends @Nullable Object, E extends Exception> R call(ResultCallback<R, E> callback) throws E;

    /** Work with open dependencies. */
    @FunctionalInterface
    interface Callback<E extends Exception> {

        /**
         * Does the work.
         *
         * @param open gives the dependencies
         * @throws E if the work fails
         */
        void run(OpenDependencies open) throws E;
    }

    /** Work with open dependencies that has a result. */
    @FunctionalInterface
    interface ResultCallback<R extends @Nullable Object, E extends Exception> {

        /**
         * Does the work.
         *
         * @param open gives the dependencies
         * @return its result
         * @throws E if the work fails
         */
        R call(OpenDependencies open) throws E;
    }
}
