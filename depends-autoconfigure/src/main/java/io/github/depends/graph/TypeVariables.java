package io.github.depends.graph;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * What the type variables of a class, and of all that it extends and implements, stand for. A raw class and a wildcard
 * leave them open. Immutable.
 */
public final class TypeVariables {

    private final Map<TypeVariable<?>, Type> meanings = new HashMap<>();

    private TypeVariables() {}

    /** Reads a class or a parameterized type. */
    public static TypeVariables of(Type type) {
        TypeVariables variables = new TypeVariables();
        variables.read(type);
        return variables;
    }

    /** Reads a type, and then another that may say what the first leaves open: a lambda is of no generic class. */
    public static TypeVariables of(Type type, Type declared) {
        TypeVariables variables = of(type);
        variables.read(declared);
        return variables;
    }

    /**
     * Returns the type of what is made of a class where a type is asked for: {@code Stack<Pen>} for {@code Stack} and
     * {@code List<Pen>}.
     *
     * @param made the class
     * @param asked the type that is asked for
     */
    public static Type madeFor(Class<?> made, Type asked) {
        if (made.getTypeParameters().length == 0 || !(asked instanceof ParameterizedType parameterized)) {
            return made;
        }
        Class<?> raw = (Class<?>) parameterized.getRawType();
        if (raw == made) {
            return new TypeVariables().resolve(asked);
        }
        if (!raw.isAssignableFrom(made)) {
            return made;
        }
        TypeVariables own = of(made);
        TypeVariables found = new TypeVariables();
        for (int index = 0; index < raw.getTypeParameters().length; index++) {
            found.infer(
                    own.resolve(raw.getTypeParameters()[index]), parameterized.getActualTypeArguments()[index]);
        }
        return new Parameterized(
                made,
                made.getDeclaringClass(),
                Arrays.stream(made.getTypeParameters()).map(found::resolve).toList());
    }

    /** Returns a type variable of a class that is left open in a type, {@code null} if there is none. */
    static @Nullable TypeVariable<?> open(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return variable.getGenericDeclaration() instanceof Class<?> ? variable : null;
        }
        return parts(type)
                .map(TypeVariables::open)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns a type in which the variables that stand for something are replaced by it. */
    public Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return meanings.getOrDefault(variable, variable);
        }
        if (type instanceof GenericArrayType array) {
            Type component = resolve(array.getGenericComponentType());
            return component instanceof Class<?> known ? known.arrayType() : new GenericArray(component);
        }
        if (type instanceof WildcardType wildcard) {
            return new Wildcard(resolve(wildcard.getUpperBounds()), resolve(wildcard.getLowerBounds()));
        }
        return type instanceof ParameterizedType parameterized
                ? new Parameterized(
                        (Class<?>) parameterized.getRawType(),
                        owner(parameterized),
                        resolve(parameterized.getActualTypeArguments()))
                : type;
    }

    // Types that Spring makes have none.
    private static @Nullable Type owner(ParameterizedType type) {
        return type.getOwnerType() == null ? ((Class<?>) type.getRawType()).getDeclaringClass() : type.getOwnerType();
    }

    /** Returns a parameter whose type has the variables that stand for something replaced by it. */
    public MethodParameter resolve(MethodParameter parameter) {
        Type declared = parameter.getGenericParameterType();
        Type resolved = declared instanceof Class<?> ? declared : resolve(declared);
        return resolved.equals(declared) ? parameter : new ResolvedParameter(parameter, resolved);
    }

    /** Returns how messages name a class: with its type arguments where all are known. */
    String nameOf(Class<?> type) {
        TypeVariable<?>[] parameters = type.getTypeParameters();
        return parameters.length > 0 && Arrays.stream(parameters).allMatch(meanings::containsKey)
                ? Names.of(ResolvableType.forType(new Parameterized(type, null, resolve(parameters))))
                : Names.of(type);
    }

    private List<Type> resolve(Type[] types) {
        return Arrays.stream(types).map(this::resolve).toList();
    }

    private void read(@Nullable Type type) {
        if (type instanceof ParameterizedType parameterized) {
            put(parameterized);
            readSuperTypes((Class<?>) parameterized.getRawType());
        } else if (type instanceof Class<?> plain) {
            readSuperTypes(plain);
        }
    }

    private void readSuperTypes(Class<?> type) {
        read(type.getGenericSuperclass());
        for (Type each : type.getGenericInterfaces()) {
            read(each);
        }
    }

    private void put(ParameterizedType type) {
        TypeVariable<?>[] variables = ((Class<?>) type.getRawType()).getTypeParameters();
        for (int index = 0; index < variables.length; index++) {
            infer(variables[index], resolve(type.getActualTypeArguments()[index]));
        }
    }

    // A wildcard says nothing certain.
    private void infer(Type declared, Type given) {
        if (declared instanceof TypeVariable<?> variable) {
            if (!(given instanceof WildcardType) && !given.equals(variable)) {
                meanings.putIfAbsent(variable, given);
            }
        } else if (declared instanceof GenericArrayType array) {
            infer(array.getGenericComponentType(), component(given));
        } else if (declared instanceof ParameterizedType one
                && given instanceof ParameterizedType other
                && one.getRawType() == other.getRawType()) {
            for (int index = 0; index < one.getActualTypeArguments().length; index++) {
                infer(one.getActualTypeArguments()[index], other.getActualTypeArguments()[index]);
            }
        }
    }

    private static Type component(Type array) {
        if (array instanceof GenericArrayType generic) {
            return generic.getGenericComponentType();
        }
        return array instanceof Class<?> type && type.isArray() ? type.getComponentType() : array;
    }

    private static Stream<Type> parts(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Arrays::stream);
        }
        return type instanceof GenericArrayType array ? Stream.of(array.getGenericComponentType()) : Stream.empty();
    }

    // The three types are equal to those that the compiler writes, as ParameterizedType demands.

    private record Parameterized(Class<?> raw, @Nullable Type owner, List<Type> arguments)
            implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return owner;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ParameterizedType that
                    && raw.equals(that.getRawType())
                    && Objects.equals(owner, that.getOwnerType())
                    && arguments.equals(List.of(that.getActualTypeArguments()));
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(getActualTypeArguments()) ^ Objects.hashCode(owner) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            return raw.getName() + arguments.stream().map(Type::getTypeName).toList();
        }
    }

    private record GenericArray(Type component) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return component;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof GenericArrayType that && component.equals(that.getGenericComponentType());
        }

        @Override
        public int hashCode() {
            return component.hashCode();
        }

        @Override
        public String toString() {
            return component.getTypeName() + "[]";
        }
    }

    private record Wildcard(List<Type> upper, List<Type> lower) implements WildcardType {

        @Override
        public Type[] getUpperBounds() {
            return upper.toArray(Type[]::new);
        }

        @Override
        public Type[] getLowerBounds() {
            return lower.toArray(Type[]::new);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WildcardType that
                    && upper.equals(List.of(that.getUpperBounds()))
                    && lower.equals(List.of(that.getLowerBounds()));
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(getLowerBounds()) ^ Arrays.hashCode(getUpperBounds());
        }

        @Override
        public String toString() {
            return lower.isEmpty()
                    ? "? extends " + upper.get(0).getTypeName()
                    : "? super " + lower.get(0).getTypeName();
        }
    }
}
