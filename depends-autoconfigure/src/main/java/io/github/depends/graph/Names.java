package io.github.depends.graph;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
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
        String raw = of(type.resolve(Object.class));
        return type.hasGenerics()
                ? Arrays.stream(type.getGenerics())
                        .map(generic -> generic.resolve() == null ? "?" : of(generic))
                        .collect(Collectors.joining(", ", raw + "<", ">"))
                : raw;
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
