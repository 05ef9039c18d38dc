package io.github.depends.openapi;

import io.github.depends.graph.Argument;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;
import org.springframework.core.GenericTypeResolver;

/** Compares what the document shows of two parameters' types. */
final class ParameterSchema {

    private ParameterSchema() {}

    /** Whether the document shows the types of two parameters alike, as it does {@code int} and {@code Integer}. */
    static boolean agree(Argument.OfRequest one, Argument.OfRequest other) {
        Type type = type(one);
        Type another = type(other);
        if (type.equals(another)) {
            return true;
        }
        Schema<?> schema = schema(one, type);
        return schema != null && schema.equals(schema(other, another));
    }

    private static Type type(Argument.OfRequest argument) {
        return GenericTypeResolver.resolveType(
                argument.type().getType(), argument.parameter().getContainingClass());
    }

    private static @Nullable Schema<?> schema(Argument.OfRequest argument, Type type) {
        return SpringDocAnnotationsUtils.extractSchema(
                new Components(), type, null, documentation(argument), SpecVersion.V31);
    }

    // Constraints are compared on their own, and the narrower ones count.
    private static Annotation[] documentation(Argument.OfRequest argument) {
        return Arrays.stream(argument.parameter().getParameterAnnotations())
                .filter(annotation -> annotation.annotationType().getName().startsWith("io.swagger."))
                .toArray(Annotation[]::new);
    }
}
