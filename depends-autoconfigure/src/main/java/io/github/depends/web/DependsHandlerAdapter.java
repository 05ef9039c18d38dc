package io.github.depends.web;

import io.github.depends.graph.Names;
import io.github.depends.web.EndpointPlans.Planned;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Serves planned endpoints: authorises before Spring's adapter begins, settles the outcome, and is the one place that
 * sees every exception before Spring's exception handlers do. Handlers that carry a use without a plan are refused.
 */
final class DependsHandlerAdapter implements HandlerAdapter, Ordered {

    private final EndpointRegistry endpoints;
    private final SpringAdapter spring;
    private final Release release;

    DependsHandlerAdapter(EndpointRegistry endpoints, SpringAdapter spring, Release release) {
        this.endpoints = endpoints;
        this.spring = spring;
        this.release = release;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return false;
        }
        Planned planned = endpoints.find(method);
        return planned == null ? carriesUse(method) : planned.endpoint() != null;
    }

    private boolean carriesUse(HandlerMethod handler) {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes instanceof org.springframework.web.context.request.ServletRequestAttributes servlet
                && endpoints.unplanned(handler, servlet.getRequest());
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HandlerMethod method = (HandlerMethod) handler;
        Planned planned = endpoints.select(request).find(method);
        if (planned == null) {
            throw new IllegalStateException(Names.of(method.getMethod())
                    + " carries a request dependency but was mapped after start-up or in another context, so that"
                    + " nobody has planned it; it is refused rather than served without. Map it as an ordinary"
                    + " controller of the application");
        }
        PlannedEndpoint endpoint =
                request.getDispatcherType() == DispatcherType.ERROR ? planned.onError() : planned.endpoint();
        spring.requireIntact(Objects.requireNonNull(endpoint));
        return serve(request, response, method, endpoint);
    }

    private @Nullable ModelAndView serve(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method, PlannedEndpoint endpoint)
            throws Exception {
        RequestLife life = release.begin(request);
        WebAsyncManager async = WebAsyncUtils.getAsyncManager(request);
        Frame suspended = async.hasConcurrentResult() ? life.suspended(endpoint) : null;
        Frame frame =
                suspended != null ? suspended : new Frame(endpoint, method, spring.support(), life, request, response);
        Frame outer = suspended != null ? life.resume(frame) : life.begin(frame);
        release.watch(life);
        boolean startedOutside = async.isConcurrentHandlingStarted();
        try {
            if (suspended == null) {
                frame.authorise();
                if (endpoint.parameterless()) {
                    frame.prepare(null, null);
                }
            }
            ModelAndView view = spring.handle(request, response, endpoint.delegate(method));
            if (async.isConcurrentHandlingStarted() && !startedOutside) {
                frame.suspend();
            }
            if (!frame.waits()) {
                frame.complete();
            }
            return view;
        } catch (Throwable thrown) {
            throw frame.failed(thrown);
        } finally {
            life.end(frame, outer);
        }
    }
}
