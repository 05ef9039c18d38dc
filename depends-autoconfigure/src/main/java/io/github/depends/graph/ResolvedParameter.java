package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * A parameter whose type is what its declaration means at one place, so that {@code T} is {@code Pen} for whoever binds
 * or documents it. Where another place means another type, it is another parameter: Spring's resolvers keep by parameter
 * what they have found out.
 */
final class ResolvedParameter extends MethodParameter {

    private final MethodParameter declared;
    private final Type type;

    ResolvedParameter(MethodParameter declared, Type type) {
        super(declared);
        this.declared = declared;
        this.type = type;
    }

    private ResolvedParameter(ResolvedParameter original) {
        super(original);
        this.declared = original.declared;
        this.type = original.type;
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
    public Class<?> getContainingClass() {
        return declared.getContainingClass();
    }

    @Override
    public Annotation[] getParameterAnnotations() {
        return declared.getParameterAnnotations();
    }

    @Override
    public Annotation[] getMethodAnnotations() {
        return declared.getMethodAnnotations();
    }

    @Override
    public <A extends Annotation> @Nullable A getMethodAnnotation(Class<A> annotationType) {
        return declared.getMethodAnnotation(annotationType);
    }

    @Override
    public <A extends Annotation> boolean hasMethodAnnotation(Class<A> annotationType) {
        return declared.hasMethodAnnotation(annotationType);
    }

    @Override
    public @Nullable String getParameterName() {
        return declared.getParameterName();
    }

    @Override
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
