package io.github.depends.web;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.resolution.TaskContext;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Hides the servlet request, which must not be used after the response, from tasks on a thread that still has it. */
final class RequestTaskContext implements TaskContext {

    @Override
    public Task captured(Task task) {
        return () -> {
            RequestAttributes outer = RequestContextHolder.getRequestAttributes();
            RequestContextHolder.resetRequestAttributes();
            try {
                task.run();
            } finally {
                RequestContextHolder.setRequestAttributes(outer);
            }
        };
    }
}
