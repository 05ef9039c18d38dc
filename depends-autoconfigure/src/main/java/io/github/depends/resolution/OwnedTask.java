package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.graph.DependencyGraph;

/**
 * A task that can be told by name, and brings the context in which it was added.
 *
 * @param owner who has added it
 * @param graph the graph that serves its owner, and so what the task asks of {@link io.github.depends.Dependencies}
 * @param task what to do
 */
record OwnedTask(String owner, DependencyGraph graph, Task task) implements Task {

    @Override
    public void run() throws Exception {
        task.run();
    }

    @Override
    public String toString() {
        return "background task of " + owner;
    }
}
