package io.github.depends.resolution;

import io.github.depends.BackgroundTasks;
import io.github.depends.graph.DependencyGraph;
import java.util.ArrayList;
import java.util.List;

/** Keeps the tasks of one request until it is time for them. Thread-safe. */
final class TaskQueue implements BackgroundTasks {

    private final List<Task> beforeRelease = new ArrayList<>();
    private final List<Task> afterRelease = new ArrayList<>();
    private final String owner;
    private final DependencyGraph graph;
    private final TaskContexts contexts;
    private boolean sent;
    private boolean releasing;

    TaskQueue(String owner, DependencyGraph graph, TaskContexts contexts) {
        this.owner = owner;
        this.graph = graph;
        this.contexts = contexts;
    }

    @Override
    public synchronized void add(Task task) {
        if (releasing) {
            throw new IllegalStateException("The request is being released; it takes no more background tasks");
        }
        afterRelease.add(owned(task));
    }

    @Override
    public synchronized void addBeforeRelease(Task task) {
        if (sent) {
            throw new IllegalStateException("The response has been sent; nothing more can run before the release");
        }
        beforeRelease.add(owned(task));
    }

    private OwnedTask owned(Task task) {
        return new OwnedTask(owner, graph, contexts.captured(task));
    }

    /** Takes no more tasks before release, and returns those there are. */
    synchronized List<Task> takeBeforeRelease() {
        sent = true;
        List<Task> tasks = List.copyOf(beforeRelease);
        beforeRelease.clear();
        return tasks;
    }

    /** Takes no more tasks at all, and returns those there are. */
    synchronized List<Task> takeAfterRelease() {
        sent = true;
        releasing = true;
        List<Task> tasks = List.copyOf(afterRelease);
        afterRelease.clear();
        return tasks;
    }
}
