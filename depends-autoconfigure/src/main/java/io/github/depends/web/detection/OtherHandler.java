package io.github.depends.web.detection;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that answers requests without being a controller method of the application.
 *
 * @param kind what it is
 * @param label how messages name it
 * @param patterns the paths that it may answer, as patterns
 * @param source who adds it
 * @param home class whose package it belongs to, {@code null} if that cannot be known
 */
record OtherHandler(
        Kind kind,
        String label,
        Set<String> patterns,
        Source source,
        @Nullable Class<?> home) {

    OtherHandler {
        patterns = Set.copyOf(patterns);
        home = home != null && home.isHidden() ? home.getNestHost() : home;
    }

    /** What answers. */
    enum Kind {
        CONTROLLER_METHOD("controller method of a library", "controller methods of libraries"),
        ACTUATOR_ENDPOINT("actuator endpoint", "actuator endpoints"),
        STATIC_RESOURCES("path of static resources", "paths of static resources"),
        VIEW_CONTROLLER("view controller", "view controllers"),
        ROUTER_FUNCTION("router function", "router functions"),
        HANDLER("other handler", "other handlers"),
        HANDLER_MAPPING("other handler mapping", "other handler mappings"),
        SERVLET("servlet", "servlets"),
        FILTER("filter", "filters");

        private final String one;
        private final String several;

        Kind(String one, String several) {
            this.one = one;
            this.several = several;
        }

        /** Returns how many of this kind are among others, in words; nothing if there are none. */
        Stream<String> count(Collection<Kind> kinds) {
            long count = kinds.stream().filter(this::equals).count();
            return count == 0 ? Stream.empty() : Stream.of(count + " " + (count == 1 ? one : several));
        }
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
