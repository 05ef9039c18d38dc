package io.github.depends.springsecurity;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.resolution.TaskContext;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;

/** The security context, restored as Spring Security's {@code DelegatingSecurityContextRunnable} does. */
final class SecurityTaskContext implements TaskContext {

    private final Supplier<SecurityContextHolderStrategy> strategy;

    SecurityTaskContext(Supplier<SecurityContextHolderStrategy> strategy) {
        this.strategy = strategy;
    }

    @Override
    public Task captured(Task task) {
        SecurityContext current = copy(strategy.get().getContext());
        return () -> run(task, current, strategy.get());
    }

    // A copy, since a later login or logout changes the context itself.
    private static SecurityContext copy(SecurityContext context) {
        if (context.getClass() != SecurityContextImpl.class) {
            return context;
        }
        SecurityContext copy = new SecurityContextImpl();
        copy.setAuthentication(context.getAuthentication());
        return copy;
    }

    private static void run(Task task, SecurityContext current, SecurityContextHolderStrategy holder) throws Exception {
        SecurityContext outer = holder.getContext();
        holder.setContext(current);
        try {
            task.run();
        } finally {
            if (outer.equals(holder.createEmptyContext())) {
                holder.clearContext();
            } else {
                holder.setContext(outer);
            }
        }
    }
}
