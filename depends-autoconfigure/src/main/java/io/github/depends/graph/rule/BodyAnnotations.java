package io.github.depends.graph.rule;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;

/**
 * The annotations of a parameter on which reading its body may depend: all but those that are known to say something else,
 * because a message converter or a {@code RequestBodyAdvice} may look at any.
 */
final class BodyAnnotations {

    // Whether a body is required, and what is valid, is looked at for each parameter after reading.
    private static final List<String> OF_NO_CONCERN = List.of(
            "org.springframework.web.bind.annotation.RequestBody",
            "org.springframework.validation.annotation.",
            "org.springframework.lang.",
            "jakarta.validation.",
            "jakarta.annotation.",
            "io.swagger.",
            "java.lang.",
            "kotlin.");
    private static final Set<String> NULLNESS = Set.of("Nullable", "NonNull", "Nonnull", "NotNull");

    private BodyAnnotations() {}

    /** Returns an annotation that only one of two parameters has, or has with these values. */
    static Optional<Annotation> difference(MethodParameter one, MethodParameter other) {
        return missing(one, other).or(() -> missing(other, one));
    }

    private static Optional<Annotation> missing(MethodParameter one, MethodParameter other) {
        List<Annotation> others = List.of(other.getParameterAnnotations());
        return Arrays.stream(one.getParameterAnnotations())
                .filter(annotation -> concernsReading(annotation.annotationType()))
                .filter(annotation -> !others.contains(annotation))
                .findFirst();
    }

    // Spring takes every annotation for one of validation whose name begins with "Valid".
    private static boolean concernsReading(Class<? extends Annotation> type) {
        return OF_NO_CONCERN.stream().noneMatch(type.getName()::startsWith)
                && !NULLNESS.contains(type.getSimpleName())
                && !type.getSimpleName().startsWith("Valid")
                && !CheckedConstraints.constrains(type);
    }
}
