package io.github.depends.graph;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * A parameter whose type is what its declaration means at one place, so that {@code T} is {@code Pen} for whoever binds
 * or documents it. Where another place means another type, it is another parameter: Spring's resolvers keep by parameter
 * what they have found out.
 */
final class ResolvedParameter extends DelegatingParameter {

    private final Type type;

    ResolvedParameter(MethodParameter declared, Type type) {
        super(declared);
        this.type = type;
    }

    private ResolvedParameter(ResolvedParameter copied) {
        super(copied);
        this.type = copied.type;
    }

    @Override
    public Type getGenericParameterType() {
        return type;
    }

    @Override
    public Class<?> getParameterType() {
        return type instanceof Class<?> known
                ? known
                : ResolvableType.forType(type).resolve(super.getParameterType());
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // as MethodParameter, which copies by its constructor
    public MethodParameter clone() {
        return new ResolvedParameter(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ResolvedParameter that && type.equals(that.type) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + type.hashCode();
    }
}
