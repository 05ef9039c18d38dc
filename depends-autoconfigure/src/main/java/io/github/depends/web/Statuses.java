package io.github.depends.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Exceptions that say themselves with which status Spring MVC is to answer, alone or as the cause of another. */
final class Statuses {

    private Statuses() {}

    /** Whether an exception or one of its causes says it. */
    static boolean told(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ResponseStatusException
                    || AnnotatedElementUtils.hasAnnotation(each.getClass(), ResponseStatus.class)) {
                return true;
            }
        }
        return false;
    }
}
