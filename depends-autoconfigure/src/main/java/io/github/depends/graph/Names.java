package io.github.depends.graph;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** Names types and executables in messages the way a reader of the source would. */
public final class Names {

    private Names() {}

    /** Returns a class's name without its package. */
    public static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        Class<?> declaring = type.getEnclosingClass();
        return declaring == null || type.getSimpleName().isEmpty()
                ? ClassUtils.getShortName(type)
                : type.getSimpleName();
    }

    /** Returns a type's name without packages, with its type arguments. */
    public static String of(ResolvableType type) {
        if (type.getType() instanceof Class<?> plain) {
            return of(plain);
        }
        if (type.getType() instanceof TypeVariable<?> variable && type.resolve() == null) {
            return variable.getName();
        }
        if (type.isArray() && type.getComponentType().hasGenerics()) {
            return of(type.getComponentType()) + "[]";
        }
        String raw = of(type.resolve(Object.class));
        return type.hasGenerics()
                ? Arrays.stream(type.getGenerics())
                        .map(Names::argument)
                        .collect(Collectors.joining(", ", raw + "<", ">"))
                : raw;
    }

    private static String argument(ResolvableType type) {
        if (!(type.getType() instanceof WildcardType wildcard)) {
            return of(type);
        }
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + of(ResolvableType.forType(wildcard.getLowerBounds()[0]));
        }
        Type bound = wildcard.getUpperBounds()[0];
        return bound == Object.class ? "?" : "? extends " + of(ResolvableType.forType(bound));
    }

    /** Returns {@code Type.method(Parameter)}, or {@code Type(Parameter)} for a constructor. */
    public static String of(Executable executable) {
        Language language = Languages.of(executable.getDeclaringClass());
        String parameters = Arrays.stream(executable.getParameterTypes())
                .limit(executable.getParameterCount() - (language.addsLastParameter(executable) ? 1 : 0))
                .map(Names::of)
                .collect(Collectors.joining(", ", "(", ")"));
        String owner = of(executable.getDeclaringClass());
        return executable instanceof Method method
                ? owner + "." + language.name(method) + parameters
                : owner + parameters;
    }
}
