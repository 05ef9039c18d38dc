package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** Reads the uses on parameters; what parameters have in common is read once. Used by one thread. */
final class ParameterUses {

    private final Map<Class<?>, ResolvableType> types = new HashMap<>();
    private @Nullable Executable executable;
    private AnnotatedType[] annotatedTypes = {};

    /** Returns the uses of a parameter; more than one is for the caller to refuse. */
    List<Use> of(MethodParameter parameter) {
        if (!UseReader.carriesUse(parameter)) {
            return List.of();
        }
        ResolvableType declared = parameter.getGenericParameterType() instanceof Class<?> type
                ? types.computeIfAbsent(type, ResolvableType::forClass)
                : ResolvableType.forMethodParameter(parameter);
        return UseReader.uses(
                parameter.getParameterAnnotations(),
                value(declared),
                delivery(parameter, declared),
                Site.of(parameter));
    }

    /** Whether a parameter of a composed annotation's type takes none as well: then all uses mean the same one. */
    boolean takesNearest(MethodParameter parameter) {
        return UseReader.composed(parameter.getParameterType()) && nullable(parameter);
    }

    private static ResolvableType value(ResolvableType declared) {
        ResolvableType type = declared;
        if (type.resolve() == Supplier.class) {
            type = type.getGeneric(0);
        }
        return type.resolve() == Optional.class ? type.getGeneric(0) : type;
    }

    private Delivery delivery(MethodParameter parameter, ResolvableType declared) {
        boolean nullable = nullable(parameter) || value(declared).resolve() == Void.class;
        if (declared.resolve() == Supplier.class) {
            return declared.getGeneric(0).resolve() == Optional.class
                    ? Delivery.LAZY_OPTIONAL
                    : nullable || nullableArgument(parameter) ? Delivery.LAZY_NULLABLE : Delivery.LAZY;
        }
        return declared.resolve() == Optional.class ? Delivery.OPTIONAL : nullable ? Delivery.NULLABLE : Delivery.VALUE;
    }

    private boolean nullable(MethodParameter parameter) {
        if (saysNullable(parameter.getParameterAnnotations())) {
            return true;
        }
        // Spring's own answer reads all annotations of the method again for each parameter.
        return KotlinDetector.isKotlinType(parameter.getDeclaringClass())
                ? parameter.isOptional() && parameter.getParameterType() != Optional.class // by null or by a default
                : saysNullable(annotatedType(parameter).getAnnotations());
    }

    /** Whether it is a {@code Supplier<@Nullable T>}. */
    private boolean nullableArgument(MethodParameter parameter) {
        return annotatedType(parameter) instanceof AnnotatedParameterizedType parameterized
                && saysNullable(parameterized.getAnnotatedActualTypeArguments()[0].getAnnotations());
    }

    // Reflection makes those of all parameters whenever it is asked for one.
    private AnnotatedType annotatedType(MethodParameter parameter) {
        if (parameter.getExecutable() != executable) {
            executable = parameter.getExecutable();
            annotatedTypes = executable.getAnnotatedParameterTypes();
        }
        return annotatedTypes[parameter.getParameterIndex()];
    }

    private static boolean saysNullable(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }
}
