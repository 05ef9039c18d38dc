package io.github.depends.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds where in a body a value had the wrong type; Jackson is optional. */
final class JsonPaths {

    private static final boolean JACKSON =
            ClassUtils.isPresent("tools.jackson.core.JacksonException", JsonPaths.class.getClassLoader());

    private JsonPaths() {}

    /** Returns the path, empty for the whole body; {@code null} if the body could not be parsed at all. */
    static @Nullable String of(@Nullable Throwable cause) {
        return JACKSON && cause != null ? Jackson.path(cause) : null;
    }

    /** Whether a property was refused because the body's type has none of that name. */
    static boolean unknown(@Nullable Throwable cause) {
        return JACKSON && Jackson.unknown(cause);
    }

    /** In a class of its own, so that Jackson stays optional. */
    private static final class Jackson {

        static @Nullable String path(Throwable cause) {
            if (!(cause instanceof JacksonException thrown) || syntax(cause)) {
                return null;
            }
            StringBuilder path = new StringBuilder();
            for (JacksonException.Reference reference : thrown.getPath()) {
                append(path, reference, chosenByClient(reference, thrown));
            }
            return path.toString();
        }

        static boolean unknown(@Nullable Throwable cause) {
            return cause instanceof UnrecognizedPropertyException;
        }

        private static boolean syntax(Throwable cause) {
            for (Throwable each = cause; each != null; each = each.getCause()) {
                if (each instanceof StreamReadException) {
                    return true;
                }
            }
            return false;
        }

        private static void append(StringBuilder path, JacksonException.Reference reference, boolean key) {
            if (reference.getPropertyName() == null) {
                path.append('[')
                        .append(reference.getIndex() < 0 ? "*" : reference.getIndex())
                        .append(']');
            } else if (key) {
                path.append("[*]");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }

        private static boolean chosenByClient(JacksonException.Reference reference, JacksonException thrown) {
            Object from = reference.from();
            Class<?> type = from instanceof Class<?> known ? known : from == null ? null : from.getClass();
            return type == null
                    || Map.class.isAssignableFrom(type)
                    || takesAny(type)
                    || thrown instanceof UnrecognizedPropertyException unknown
                            && unknown.getPropertyName().equals(reference.getPropertyName());
        }

        private static boolean takesAny(Class<?> type) {
            return Stream.of(type.getMethods(), type.getDeclaredMethods(), type.getDeclaredFields())
                            .flatMap(Stream::of)
                            .anyMatch(member -> ((AnnotatedElement) member).isAnnotationPresent(JsonAnySetter.class))
                    || Stream.of(type.getDeclaredConstructors())
                            .flatMap(constructor -> Stream.of(constructor.getParameters()))
                            .anyMatch(parameter -> parameter.isAnnotationPresent(JsonAnySetter.class));
        }
    }
}
