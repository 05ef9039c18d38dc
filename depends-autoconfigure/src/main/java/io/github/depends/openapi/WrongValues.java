package io.github.depends.openapi;

import io.github.depends.graph.Argument.OfRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.multipart.support.MultipartResolutionDelegate;

/** Tells whether a request can be wrong about a parameter, and is answered with its faults then. */
final class WrongValues {

    private static final Set<Class<?>> AS_SENT = Set.of(String.class, CharSequence.class, Object.class, byte[].class);

    private WrongValues() {}

    /** Whether a value can be missing, of the wrong type, unreadable or not allowed. */
    static boolean possible(OfRequest argument) {
        return constrained(argument.parameter()) || canBeMissing(argument) || canBeMisread(argument);
    }

    private static boolean canBeMissing(OfRequest argument) {
        return switch (argument.place()) {
            case QUERY, HEADER, COOKIE -> !argument.name().isEmpty() && required(argument.parameter());
            case BODY, PART -> required(argument.parameter());
            case PATH ->
                argument.parameter().hasParameterAnnotation(MatrixVariable.class) && required(argument.parameter());
            case OTHER -> attribute(argument.parameter()) && required(argument.parameter());
            default -> false;
        };
    }

    private static boolean canBeMisread(OfRequest argument) {
        return switch (argument.place()) {
            case MODEL -> true;
            case BODY -> !asSent(argument.type());
            case ENTITY ->
                argument.type().hasGenerics() && !asSent(argument.type().getGeneric());
            case PART ->
                !MultipartResolutionDelegate.isMultipartArgument(
                                argument.parameter().nestedIfOptional())
                        && !asSent(argument.type());
            case OTHER ->
                attribute(argument.parameter())
                        && !Object.class.equals(argument.type().resolve());
            default -> converted(argument.type());
        };
    }

    private static boolean attribute(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(SessionAttribute.class)
                || parameter.hasParameterAnnotation(RequestAttribute.class);
    }

    private static boolean converted(ResolvableType type) {
        if (Map.class.isAssignableFrom(type.toClass())) {
            return false;
        }
        ResolvableType value = type.isArray()
                ? type.getComponentType()
                : Collection.class.isAssignableFrom(type.toClass())
                        ? type.asCollection().getGeneric()
                        : type;
        return !asSent(value);
    }

    private static boolean asSent(ResolvableType type) {
        return AS_SENT.contains(type.resolve(Object.class)) || type.resolve(Object.class) == Void.class;
    }

    private static boolean required(MethodParameter parameter) {
        return !parameter.isOptional()
                && MergedAnnotations.from(parameter.getParameterAnnotations()).stream()
                        .filter(annotation ->
                                annotation.getType().getName().startsWith("org.springframework.web.bind."))
                        .anyMatch(WrongValues::requires);
    }

    private static boolean requires(MergedAnnotation<?> annotation) {
        Optional<String> fallback = annotation.getValue("defaultValue", String.class);
        return annotation.getValue("required", Boolean.class).orElse(false)
                && fallback.map(ValueConstants.DEFAULT_NONE::equals).orElse(true);
    }

    private static boolean constrained(MethodParameter parameter) {
        return !(parameter.getGenericParameterType() instanceof Class<?>) && elementsConstrained(parameter)
                || Arrays.stream(parameter.getParameterAnnotations()).anyMatch(WrongValues::constrains);
    }

    private static boolean elementsConstrained(MethodParameter parameter) {
        return Arrays.stream(parameter.getExecutable().getAnnotatedParameterTypes())
                .skip(parameter.getParameterIndex())
                .limit(1)
                .filter(AnnotatedParameterizedType.class::isInstance)
                .flatMap(type -> Arrays.stream(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()))
                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                .anyMatch(WrongValues::constrains);
    }

    private static boolean constrains(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        return type.getSimpleName().startsWith("Valid")
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(meta -> meta.annotationType().getName().equals("jakarta.validation.Constraint"));
    }
}
