package io.github.depends.graph;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.ResolvableType;

/** Looks at all types that a type is written with: its type arguments, what an array holds, and those of its super-types. */
final class TypeParts {

    private final Predicate<ResolvableType> wanted;
    private final Set<Type> seen = new HashSet<>();

    private TypeParts(Predicate<ResolvableType> wanted) {
        this.wanted = wanted;
    }

    /** Whether a type, or one that it is written with, is wanted. */
    static boolean any(ResolvableType type, Predicate<ResolvableType> wanted) {
        return new TypeParts(wanted).any(type);
    }

    private boolean any(ResolvableType type) {
        Class<?> resolved = type.resolve();
        if (resolved == null || !seen.add(type.getType())) {
            return false;
        }
        return wanted.test(type)
                || any(type.isArray() ? type.getComponentType() : ResolvableType.NONE)
                || any(type.getGenerics())
                // What Java's own classes extend is written with their own type arguments.
                || resolved.getClassLoader() != null && (any(type.getSuperType()) || any(type.getInterfaces()));
    }

    private boolean any(ResolvableType[] types) {
        for (ResolvableType type : types) {
            if (any(type)) {
                return true;
            }
        }
        return false;
    }
}
