package io.github.depends.resolution;

/** Is told of failures that come too late for an answer. To be thread-safe. */
public interface LateFailureListener {

    /**
     * A callback of a yield failed.
     *
     * @param dependency name of the dependency
     */
    void callbackFailed(String dependency);

    /**
     * A background task failed.
     *
     * @param owner mapping of the endpoint that added it, such as {@code POST /users}
     */
    void taskFailed(String owner);
}
