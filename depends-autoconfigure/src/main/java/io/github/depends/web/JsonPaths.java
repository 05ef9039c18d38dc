package io.github.depends.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Finds where in a body a value had the wrong type; Jackson is optional. */
final class JsonPaths {

    private static final boolean JACKSON =
            ClassUtils.isPresent("tools.jackson.core.JacksonException", JsonPaths.class.getClassLoader());

    private JsonPaths() {}

    /** Returns the path, empty for the whole body; {@code null} if the body could not be parsed at all. */
    static @Nullable String of(@Nullable Throwable cause) {
        return JACKSON && cause != null ? Jackson.path(cause) : null;
    }

    /** In a class of its own, so that Jackson stays optional. */
    private static final class Jackson {

        static @Nullable String path(Throwable cause) {
            if (!(cause instanceof JacksonException thrown) || syntax(cause)) {
                return null;
            }
            StringBuilder path = new StringBuilder();
            for (JacksonException.Reference reference : thrown.getPath()) {
                append(path, reference);
            }
            return path.toString();
        }

        private static boolean syntax(Throwable cause) {
            for (Throwable each = cause; each != null; each = each.getCause()) {
                if (each instanceof StreamReadException) {
                    return true;
                }
            }
            return false;
        }

        private static void append(StringBuilder path, JacksonException.Reference reference) {
            if (reference.getPropertyName() == null) {
                path.append('[')
                        .append(reference.getIndex() < 0 ? "*" : reference.getIndex())
                        .append(']');
            } else if (ofMap(reference.from())) {
                path.append("[*]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }

        private static boolean ofMap(@Nullable Object from) {
            return from instanceof Map || from instanceof Class<?> type && Map.class.isAssignableFrom(type);
        }
    }
}
