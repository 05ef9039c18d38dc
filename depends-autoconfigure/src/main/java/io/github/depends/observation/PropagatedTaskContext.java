package io.github.depends.observation;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.resolution.TaskContext;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Set;

/** What else Micrometer's context propagation knows of. */
final class PropagatedTaskContext implements TaskContext {

    // The first two lead to the servlet request; the others travel without context propagation.
    private static final Set<Object> LEFT_OUT = Set.of(
            "org.springframework.web.context.request.RequestAttributesThreadLocalAccessor.KEY",
            "org.springframework.context.i18n.LocaleContextThreadLocalAccessor.KEY",
            "org.springframework.security.core.context.SecurityContext",
            "micrometer.observation",
            "cp.slf4j");

    private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
            .captureKeyPredicate(key -> !LEFT_OUT.contains(key))
            .build();

    @Override
    public Task captured(Task task) {
        ContextSnapshot current = snapshots.captureAll();
        return () -> {
            try (ContextSnapshot.Scope scope = current.setThreadLocals()) {
                task.run();
            }
        };
    }
}
