package io.github.depends.web.detection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that answers requests without being a controller method of the application.
 *
 * @param label how messages name it
 * @param patterns the paths that it may answer, as patterns
 * @param source who adds it
 * @param home class whose package it belongs to, {@code null} if that cannot be known
 */
record OtherHandler(
        String label,
        Set<String> patterns,
        Source source,
        @Nullable Class<?> home) {

    OtherHandler {
        patterns = Set.copyOf(patterns);
        home = home != null && home.isHidden() ? home.getNestHost() : home;
    }

    /** Who adds a handler. */
    enum Source {
        APPLICATION,
        LIBRARY;

        static Source ofApplication(boolean application) {
            return application ? APPLICATION : LIBRARY;
        }
    }

    boolean addedByApplication() {
        return source == Source.APPLICATION;
    }
}
