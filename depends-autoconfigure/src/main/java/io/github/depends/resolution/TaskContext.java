package io.github.depends.resolution;

import io.github.depends.BackgroundTasks.Task;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.ClassUtils;

/** The thread-locals that travel with a task: locale, and with Micrometer's context propagation MDC and all it knows. */
final class TaskContext {

    private static final boolean PROPAGATION =
            ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory", TaskContext.class.getClassLoader());

    private TaskContext() {}

    static Task captured(Task task) {
        Task inner = PROPAGATION ? Snapshot.captured(task) : task;
        Locale locale = LocaleContextHolder.getLocale(); // now: Spring MVC's context asks the request each time
        return () -> {
            LocaleContext outer = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocale(locale);
            try {
                inner.run();
            } finally {
                LocaleContextHolder.setLocaleContext(outer);
            }
        };
    }

    /** In a class of its own, so that Micrometer stays optional. */
    private static final class Snapshot {

        // Both lead to the servlet request, which must not be used after the response.
        private static final Set<Object> OF_THE_REQUEST = Set.of(
                "org.springframework.web.context.request.RequestAttributesThreadLocalAccessor.KEY",
                "org.springframework.context.i18n.LocaleContextThreadLocalAccessor.KEY");

        private static final ContextSnapshotFactory KNOWN = ContextSnapshotFactory.builder()
                .captureKeyPredicate(key -> !OF_THE_REQUEST.contains(key))
                .build();

        private static final ContextSnapshotFactory MDC =
                ContextSnapshotFactory.builder().contextRegistry(mdc()).build();

        static Task captured(Task task) {
            ContextSnapshot known = KNOWN.captureAll();
            ContextSnapshot mdc = MDC.captureAll();
            return () -> {
                try (ContextSnapshot.Scope outer = mdc.setThreadLocals();
                        ContextSnapshot.Scope inner = known.setThreadLocals()) {
                    task.run();
                }
            };
        }

        private static ContextRegistry mdc() {
            ContextRegistry registry = new ContextRegistry();
            if (ClassUtils.isPresent("org.slf4j.MDC", TaskContext.class.getClassLoader())) {
                registry.registerThreadLocalAccessor(new Slf4jThreadLocalAccessor());
            }
            return registry;
        }
    }
}
