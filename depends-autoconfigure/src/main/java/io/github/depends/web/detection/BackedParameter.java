package io.github.depends.web.detection;

import io.github.depends.graph.DelegatingParameter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/** A parameter of a constructor as if it stood on a method, for argument resolvers that look at its method. */
final class BackedParameter extends DelegatingParameter {

    private final Constructor<?> constructor;
    private final StandInMethods methods;

    private BackedParameter(MethodParameter parameter, Constructor<?> constructor, StandInMethods methods) {
        super(parameter);
        this.constructor = constructor;
        this.methods = methods;
    }

    private BackedParameter(BackedParameter copied) {
        super(copied);
        this.constructor = copied.constructor;
        this.methods = copied.methods;
    }

    /** Returns a parameter that has a method: the same if it is none of a constructor. */
    static MethodParameter of(MethodParameter parameter, StandInMethods methods) {
        return parameter.getExecutable() instanceof Constructor<?> constructor
                ? new BackedParameter(parameter, constructor, methods)
                : parameter;
    }

    @Override
    public @Nullable Method getMethod() {
        return methods.of(constructor);
    }

    @Override
    @SuppressWarnings("MissingSuperCall") // as MethodParameter, which copies by its constructor
    public MethodParameter clone() {
        return new BackedParameter(this);
    }
}
