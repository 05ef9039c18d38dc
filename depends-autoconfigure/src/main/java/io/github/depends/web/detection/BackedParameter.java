package io.github.depends.web.detection;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/** A parameter of a constructor as if it stood on a method, for argument resolvers that look at its method. */
final class BackedParameter extends MethodParameter {

    private final MethodParameter parameter;
    private final StandInMethods methods;

    private BackedParameter(MethodParameter copied, MethodParameter parameter, StandInMethods methods) {
        super(copied);
        this.parameter = parameter;
        this.methods = methods;
    }

    /** Returns a parameter that has a method: the same if it is none of a constructor. */
    static MethodParameter of(MethodParameter parameter, StandInMethods methods) {
        return parameter.getExecutable() instanceof Constructor<?>
                ? new BackedParameter(parameter, parameter, methods)
                : parameter;
    }

    @Override
    public @Nullable Method getMethod() {
        Constructor<?> constructor = parameter.getConstructor();
        return constructor == null ? null : methods.of(constructor);
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
    @SuppressWarnings("MissingSuperCall") // as MethodParameter, which copies by its constructor
    public MethodParameter clone() {
        return new BackedParameter(this, parameter, methods);
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
