package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.graph.DependencyGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs background tasks, those of one request in order, and knows which have not ended. A task that fails is logged and
 * stops nothing else. Thread-safe.
 */
public final class TaskRunner {

    private static final Log LOGGER = LogFactory.getLog(TaskRunner.class);

    private final Supplier<Executor> executor;
    private final LateFailures failures;
    private final List<Task> pending = new ArrayList<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private final ThreadLocal<@Nullable DependencyGraph> current = new ThreadLocal<>();

    /**
     * Runs tasks.
     *
     * @param executor runs them, asked for when it is needed
     * @param failures is told of those that fail
     */
    public TaskRunner(Supplier<Executor> executor, LateFailures failures) {
        this.executor = executor;
        this.failures = failures;
    }

    /** Runs an action on the executor or, if it refuses or fails, on a thread of its own. */
    public void execute(Runnable action) {
        execute(action, once -> new Thread(once, "depends-release").start());
    }

    // Refused or not: what prepares a task for its thread may fail as well.
    private void execute(Runnable action, Consumer<Runnable> otherwise) {
        AtomicBoolean begun = new AtomicBoolean();
        Runnable once = () -> {
            if (begun.compareAndSet(false, true)) {
                action.run();
            }
        };
        try {
            executor.get().execute(once);
        } catch (RuntimeException refused) {
            otherwise.accept(once);
        }
    }

    /** Runs a task now. */
    public void now(Task task) {
        DependencyGraph outer = current.get();
        current.set(task instanceof OwnedTask owned ? owned.graph() : outer);
        try {
            task.run();
        } catch (Throwable failure) {
            failures.task(task instanceof OwnedTask owned ? owned.owner() : task.toString(), failure);
        } finally {
            restore(outer);
        }
    }

    private void restore(@Nullable DependencyGraph outer) {
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    /** Returns the graph of the task that the current thread runs, {@code null} if it runs none. */
    @Nullable DependencyGraph current() {
        return current.get();
    }

    /** Runs tasks on the executor or, if it refuses or fails, on the current thread. */
    public void later(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        synchronized (pending) {
            pending.addAll(tasks);
        }
        execute(() -> tasks.forEach(this::run), Runnable::run);
    }

    private void run(Task task) {
        try {
            now(task);
        } finally {
            ended(task);
        }
    }

    private void ended(Task task) {
        List<Runnable> idle = List.of();
        synchronized (pending) {
            pending.removeIf(each -> each == task);
            if (pending.isEmpty()) {
                idle = List.copyOf(whenIdle);
                whenIdle.clear();
            }
        }
        idle.forEach(Runnable::run);
    }

    /** Runs an action when no task is queued or running: now, or on the thread that ends the last one. */
    public void whenIdle(Runnable action) {
        synchronized (pending) {
            if (!pending.isEmpty()) {
                whenIdle.add(action);
                return;
            }
        }
        action.run();
    }

    /** Logs the tasks that have not ended, by name. */
    public void logPending() {
        synchronized (pending) {
            pending.forEach(task -> LOGGER.error("The application stops without the end of a " + task));
        }
    }
}
