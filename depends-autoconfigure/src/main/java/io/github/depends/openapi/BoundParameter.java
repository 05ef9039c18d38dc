package io.github.depends.openapi;

import io.github.depends.graph.DelegatingParameter;
import java.lang.reflect.Method;
import org.springframework.core.MethodParameter;

/**
 * A parameter of a dependency as if it stood on the controller method. springdoc asks every parameter for its method,
 * which that of a constructor does not have.
 */
final class BoundParameter extends DelegatingParameter {

    private final Method controllerMethod;

    BoundParameter(MethodParameter parameter, Method controllerMethod) {
        super(parameter);
        this.controllerMethod = controllerMethod;
    }

    @Override
    public Method getMethod() {
        return controllerMethod;
    }

    /** Returns a parameter that nobody looks up by its index on the controller method. */
    static MethodParameter withoutIndex(MethodParameter parameter) {
        return new DelegatingParameter(parameter) {
            @Override
            public int getParameterIndex() {
                return -1;
            }
        };
    }
}
