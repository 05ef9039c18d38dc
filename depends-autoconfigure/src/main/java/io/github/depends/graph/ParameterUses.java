package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
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

    private final Map<Type, ResolvableType> types = new HashMap<>();
    private final Map<Class<?>, TypeVariables> variables = new HashMap<>();
    private @Nullable Executable executable;
    private AnnotatedType[] annotatedTypes = {};

    /** Returns the uses of a parameter; more than one is for the caller to refuse. */
    List<Use> of(MethodParameter parameter) {
        if (!UseReader.carriesUse(parameter)) {
            return List.of();
        }
        ResolvableType declared = declared(parameter);
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

    /** Returns the type of a parameter, with what its type variables stand for in the class that it is used by. */
    private ResolvableType declared(MethodParameter parameter) {
        Type type = parameter.getGenericParameterType();
        return types.computeIfAbsent(
                type instanceof Class<?>
                        ? type
                        : variables
                                .computeIfAbsent(parameter.getContainingClass(), TypeVariables::of)
                                .resolve(type),
                ResolvableType::forType);
    }

    private static ResolvableType value(ResolvableType declared) {
        ResolvableType type = declared;
        if (type.resolve() == Supplier.class) {
            type = argument(type);
        }
        return type.resolve() == Optional.class ? argument(type) : type;
    }

    // Kotlin writes Supplier<? extends T>.
    private static ResolvableType argument(ResolvableType wrapper) {
        ResolvableType argument = wrapper.getGeneric(0);
        return argument.getType() instanceof WildcardType wildcard
                ? ResolvableType.forType(wildcard.getUpperBounds()[0])
                : argument;
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
