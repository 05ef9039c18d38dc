package io.github.depends.web;

import io.github.depends.graph.Names;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a handler that carries a use although it is no controller method, such as a {@code HttpRequestHandler}: no
 * adapter would run that use. Most of them are found at start-up; this finds what a mapping gives later.
 */
final class UnservedHandlerInterceptor implements HandlerInterceptor {

    private final EndpointRegistry endpoints;

    UnservedHandlerInterceptor(EndpointRegistry endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod) && endpoints.carriesUse(handler)) {
            throw new IllegalStateException(Names.of(ClassUtils.getUserClass(handler))
                    + " carries a request dependency, but it is no controller with mapped methods; it is refused rather"
                    + " than served without. Write it as a method of a controller");
        }
        return true;
    }
}
