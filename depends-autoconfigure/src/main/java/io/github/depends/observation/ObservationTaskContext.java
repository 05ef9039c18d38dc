package io.github.depends.observation;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.resolution.TaskContext;
import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;

/** The current observation and, through its handlers, the trace. */
final class ObservationTaskContext implements TaskContext {

    private final Supplier<ObservationRegistry> registry;

    ObservationTaskContext(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public Task captured(Task task) {
        Observation current = registry.get().getCurrentObservation();
        return () -> {
            ObservationRegistry observations = registry.get();
            Observation.Scope outer = observations.getCurrentObservationScope();
            if (current == null && outer == null) {
                task.run();
                return;
            }
            Observation of = current == null ? new NullObservation(observations) : current;
            try (Observation.Scope scope = of.openScope()) {
                task.run();
            } finally {
                observations.setCurrentObservationScope(outer);
            }
        };
    }
}
