package io.github.depends.slf4j;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.resolution.TaskContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The mapped diagnostic context of the log. */
final class MdcTaskContext implements TaskContext {

    @Override
    public Task captured(Task task) {
        Map<String, String> current = MDC.getCopyOfContextMap();
        return () -> {
            Map<String, String> outer = MDC.getCopyOfContextMap();
            set(current);
            try {
                task.run();
            } finally {
                set(outer);
            }
        };
    }

    private static void set(@Nullable Map<String, String> context) {
        if (context == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(context);
        }
    }
}
