package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.UseReader;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Executable;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives exception handlers what the failed request had resolved and is still open; resolves nothing. */
final class ExceptionHandlerUses implements HandlerMethodArgumentResolver {

    private final EndpointRegistry endpoints;
    private final RequestsUnderWay requests;

    ExceptionHandlerUses(EndpointRegistry endpoints, RequestsUnderWay requests) {
        this.endpoints = endpoints;
        this.requests = requests;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return UseReader.ours(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        RequestLife life = requests.find(request);
        EndpointPlans plans =
                servletRequest == null || life == null ? endpoints.application() : endpoints.select(servletRequest);
        Argument.OfDependency use = plans.handlerUse(Place.of(parameter));
        if (use == null) {
            throw new IllegalStateException("The use on a parameter of "
                    + parameter.getExecutable().toGenericString() + " was not there at start-up; it is refused");
        }
        Frame failed = life == null ? null : life.last();
        Object value = failed == null ? null : failed.stillOpen(use.node());
        return parameter.getParameterType() == Optional.class ? Optional.ofNullable(value) : value;
    }

    /**
     * A parameter of an exception handler.
     *
     * @param handler the method
     * @param parameter index of the parameter
     * @param type class of the controller or advice, which may inherit the method
     */
    record Place(Executable handler, int parameter, Class<?> type) {

        static Place of(MethodParameter parameter) {
            return new Place(parameter.getExecutable(), parameter.getParameterIndex(), parameter.getContainingClass());
        }

        /** Whether a parameter of a bean that was declared as this class may turn out to be another one. */
        boolean mayBe(Place other) {
            return handler.equals(other.handler)
                    && parameter == other.parameter
                    && (type.isAssignableFrom(other.type) || Proxy.isProxyClass(other.type));
        }
    }
}
