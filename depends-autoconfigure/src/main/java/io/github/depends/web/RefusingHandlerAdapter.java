package io.github.depends.web;

import io.github.depends.graph.Names;
import io.github.depends.web.EndpointRegistry.Serving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stands in front of an adapter that a dispatcher servlet has made for itself, because it does not look for the adapters
 * of the application, and refuses handlers that carry uses.
 */
final class RefusingHandlerAdapter implements HandlerAdapter {

    private final HandlerAdapter adapter;
    private final EndpointRegistry endpoints;

    RefusingHandlerAdapter(HandlerAdapter adapter, EndpointRegistry endpoints) {
        this.adapter = adapter;
        this.endpoints = endpoints;
    }

    @Override
    public boolean supports(Object handler) {
        return adapter.supports(handler);
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (handler instanceof HandlerMethod method) {
            requireNoUses(request, method);
        }
        return adapter.handle(request, response, handler);
    }

    private void requireNoUses(HttpServletRequest request, HandlerMethod handler) {
        Serving serving = endpoints.serving(handler, () -> request);
        if (serving == Serving.REFUSED) {
            throw endpoints.refusal(handler);
        }
        if (serving == Serving.IN_PHASES) {
            throw new IllegalStateException(Names.of(handler.getMethod())
                    + " carries a request dependency, but a DispatcherServlet that does not look for all"
                    + " HandlerAdapters is about to serve it; it is refused rather than served without. Leave"
                    + " detectAllHandlerAdapters on");
        }
    }
}
