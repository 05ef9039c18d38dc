package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;

/** Something that belongs to the current thread and travels with background tasks. Thread-safe. */
@FunctionalInterface
public interface TaskContext {

    /**
     * Wraps a task, on the thread that adds it.
     *
     * @return runs the task with what the current thread has now, and leaves the thread that runs it as it was
     */
    Task captured(Task task);
}
