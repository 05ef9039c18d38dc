package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import java.util.List;
import java.util.function.Supplier;

/** All that travels with background tasks: the locale, and what optional libraries keep for the current thread. */
public final class TaskContexts {

    private final Supplier<List<TaskContext>> contexts;

    /** Adds contexts to the locale; they are asked for at each task. */
    public TaskContexts(Supplier<List<TaskContext>> contexts) {
        this.contexts = contexts;
    }

    Task captured(Task task) {
        Task captured = new LocaleTaskContext().captured(task);
        for (TaskContext context : contexts.get()) {
            captured = context.captured(captured);
        }
        return captured;
    }
}
