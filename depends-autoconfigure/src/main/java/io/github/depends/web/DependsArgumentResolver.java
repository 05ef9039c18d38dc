package io.github.depends.web;

import io.github.depends.graph.UseReader;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Fills all parameters of planned endpoints, first among the resolvers, so that no other takes a dependency for a
 * parameter of the request; and refuses every other parameter that carries a use.
 */
final class DependsArgumentResolver implements HandlerMethodArgumentResolver {

    private final EndpointRegistry endpoints;
    private final RequestsUnderWay requests;
    private final SpringAdapter spring;

    DependsArgumentResolver(EndpointRegistry endpoints, RequestsUnderWay requests, SpringAdapter spring) {
        this.endpoints = endpoints;
        this.requests = requests;
        this.spring = spring;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return UseReader.ours(parameter) || endpoints.plans(parameter.getExecutable());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Frame frame = requests.current(request, parameter.getExecutable());
        if (frame == null) {
            ServletRequest served = request.getNativeRequest(ServletRequest.class);
            if (served != null && DependsHandlerAdapter.isServedWithoutPlan(served, parameter)) {
                return spring.support().resolvers().resolveArgument(parameter, model, request, binders);
            }
            throw new IllegalStateException("Parameter " + (parameter.getParameterIndex() + 1) + " of "
                    + parameter.getExecutable().toGenericString()
                    + " needs a request dependency, but nobody has planned this call; it is refused rather than bound"
                    + " from the request");
        }
        frame.prepare(model, binders);
        return frame.argument(parameter.getParameterIndex());
    }
}
