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
    private final SpringAdapter spring;

    DependsArgumentResolver(EndpointRegistry endpoints, SpringAdapter spring) {
        this.endpoints = endpoints;
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
        ServletRequest servletRequest = request.getNativeRequest(ServletRequest.class);
        RequestLife life = servletRequest == null ? null : RequestLife.find(servletRequest);
        Frame frame = life == null ? null : life.current();
        if (frame == null || !frame.endpoint().is(parameter.getExecutable())) {
            if (servletRequest != null && DependsHandlerAdapter.isServedAside(servletRequest, parameter)) {
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
