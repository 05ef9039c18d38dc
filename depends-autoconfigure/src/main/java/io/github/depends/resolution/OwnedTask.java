package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;

/** A task that can be told by name, and brings the context in which it was added. */
record OwnedTask(String owner, Task task) implements Task {

    OwnedTask(String owner, Task task) {
        this.owner = owner;
        this.task = TaskContext.captured(task);
    }

    @Override
    public void run() throws Exception {
        task.run();
    }

    @Override
    public String toString() {
        return "background task of " + owner;
    }
}
