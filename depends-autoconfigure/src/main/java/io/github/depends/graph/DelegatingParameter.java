package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/**
 * A parameter that answers as another one does, but for what a subclass says otherwise. Spring's own copies do not ask
 * the original, which may know its type or its annotations better than the byte code.
 */
public abstract class DelegatingParameter extends MethodParameter {

    private final MethodParameter original;

    /** Answers as another parameter does. */
    protected DelegatingParameter(MethodParameter original) {
        super(original);
        this.original = original;
    }

    /** Copies a parameter with its state, such as the nesting level. */
    protected DelegatingParameter(DelegatingParameter copied) {
        super(copied);
        this.original = copied.original;
    }

    @Override
    public @Nullable Method getMethod() {
        return original.getMethod();
    }

    @Override
    public Class<?> getContainingClass() {
        return original.getContainingClass();
    }

    @Override
    public Class<?> getParameterType() {
        return original.getParameterType();
    }

    @Override
    public Type getGenericParameterType() {
        return original.getGenericParameterType();
    }

    @Override
    public Annotation[] getParameterAnnotations() {
        return original.getParameterAnnotations();
    }

    @Override
    public Annotation[] getMethodAnnotations() {
        return original.getMethodAnnotations();
    }

    @Override
    public <A extends Annotation> @Nullable A getMethodAnnotation(Class<A> annotationType) {
        return original.getMethodAnnotation(annotationType);
    }

    @Override
    public <A extends Annotation> boolean hasMethodAnnotation(Class<A> annotationType) {
        return original.hasMethodAnnotation(annotationType);
    }

    @Override
    public @Nullable String getParameterName() {
        return original.getParameterName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
