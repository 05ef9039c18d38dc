package io.github.depends.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/**
 * A parameter of a dependency as if it stood on the controller method. springdoc asks every parameter for its method,
 * which that of a constructor does not have.
 */
final class BoundParameter extends MethodParameter {

    private final MethodParameter parameter;
    private final Method controllerMethod;

    BoundParameter(MethodParameter parameter, Method controllerMethod) {
        super(parameter);
        this.parameter = parameter;
        this.controllerMethod = controllerMethod;
    }

    @Override
    public Method getMethod() {
        return controllerMethod;
    }

    @Override
    public Class<?> getContainingClass() {
        return parameter.getContainingClass();
    }

    @Override
    public Class<?> getParameterType() {
        return parameter.getParameterType();
    }

    @Override
    public Type getGenericParameterType() {
        return parameter.getGenericParameterType();
    }

    @Override
    public Annotation[] getParameterAnnotations() {
        return parameter.getParameterAnnotations();
    }

    @Override
    public @Nullable String getParameterName() {
        return parameter.getParameterName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Returns a parameter that nobody looks up by its index on the controller method. */
    static MethodParameter withoutIndex(MethodParameter parameter) {
        return new MethodParameter(parameter) {
            @Override
            public int getParameterIndex() {
                return -1;
            }

            @Override
            public @Nullable Method getMethod() {
                return parameter.getMethod();
            }

            @Override
            public Class<?> getContainingClass() {
                return parameter.getContainingClass();
            }

            @Override
            public Class<?> getParameterType() {
                return parameter.getParameterType();
            }

            @Override
            public Type getGenericParameterType() {
                return parameter.getGenericParameterType();
            }

            @Override
            public Annotation[] getParameterAnnotations() {
                return parameter.getParameterAnnotations();
            }
        };
    }
}
