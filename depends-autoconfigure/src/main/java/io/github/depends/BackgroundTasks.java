package io.github.depends;

/**
 * Takes work that is done when the response has been sent: a parameter of a controller method or dependency.
 *
 * <p>Tasks run only if the request's <em>complete</em> phase succeeded, in the order in which they were added. A task
 * that fails is logged and stops nothing else. May be called from any thread.
 */
public interface BackgroundTasks {

    /**
     * Runs a task on the application's task executor after everything of the request has been closed.
     *
     * @param task work that uses neither the servlet request nor anything the request has opened
     * @throws IllegalStateException if the request has begun to release what it opened
     */
    void add(Task task);

    /**
     * Runs a task on the request's thread after the last byte, before {@link DependencyScope#REQUEST} yields close.
     *
     * @param task work that may use what the request has opened, but not the servlet request
     * @throws IllegalStateException if the last byte has been sent
     */
    void addBeforeRelease(Task task);

    /** Work to be done later. */
    @FunctionalInterface
    interface Task {

        /**
         * Does the work.
         *
         * @throws Exception if it fails; it is logged
         */
        void run() throws Exception;
    }
}
