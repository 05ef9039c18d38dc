package io.github.depends.web;

import io.github.depends.web.EndpointPlans.Planned;
import io.github.depends.web.EndpointRegistry.Serving;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.PriorityOrdered;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Serves planned endpoints: authorises before Spring's adapter begins, settles the outcome, and is the one place that
 * sees every exception before Spring's exception handlers do. Handlers that carry a use without a plan are refused.
 */
final class DependsHandlerAdapter implements HandlerAdapter, PriorityOrdered {

    private static final String WITHOUT_PLAN = DependsHandlerAdapter.class.getName() + ".WITHOUT_PLAN";

    private final EndpointRegistry endpoints;
    private final SpringAdapter spring;
    private final RequestsUnderWay requests;
    private final Release release;
    private final ErrorPages errorPages;

    DependsHandlerAdapter(
            EndpointRegistry endpoints,
            SpringAdapter spring,
            RequestsUnderWay requests,
            Release release,
            ErrorPages errorPages) {
        this.endpoints = endpoints;
        this.spring = spring;
        this.requests = requests;
        this.release = release;
        this.errorPages = errorPages;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof HandlerMethod method
                && endpoints.serving(method, DependsHandlerAdapter::currentRequest) != Serving.BY_SPRING;
    }

    private static @Nullable HttpServletRequest currentRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
                ? servlet.getRequest()
                : null;
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        HandlerMethod method = (HandlerMethod) handler;
        Serving serving = endpoints.serving(method, () -> request);
        if (serving == Serving.REFUSED) {
            throw endpoints.refusal(method);
        }
        if (serving != Serving.IN_PHASES) {
            return serveWithoutPlan(request, response, method);
        }
        Planned planned = Objects.requireNonNull(endpoints.select(request).find(method));
        PlannedEndpoint endpoint = errorPages.isTarget(request) ? planned.onError() : planned.endpoint();
        spring.requireIntact(Objects.requireNonNull(endpoint));
        return serve(request, response, method, endpoint);
    }

    /** Lets Spring MVC serve an endpoint that uses nothing, although another endpoint of its method has a plan. */
    private @Nullable ModelAndView serveWithoutPlan(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
        RequestLife life = requests.find(request, response);
        Frame outer = life == null ? null : life.leaveFor(null);
        request.setAttribute(WITHOUT_PLAN, method);
        try {
            return spring.handle(request, response, method);
        } finally {
            request.removeAttribute(WITHOUT_PLAN);
            if (life != null) {
                life.leaveFor(outer);
            }
        }
    }

    /** Whether a parameter belongs to an endpoint that uses nothing and that Spring MVC is serving now. */
    static boolean isServedWithoutPlan(ServletRequest request, MethodParameter parameter) {
        return request.getAttribute(WITHOUT_PLAN) instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters()).anyMatch(each -> each == parameter);
    }

    private @Nullable ModelAndView serve(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method, PlannedEndpoint endpoint)
            throws Exception {
        RequestLife life = release.begin(request, response);
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
            throw frame.failed(frame.told(thrown));
        } finally {
            life.end(frame, outer);
        }
    }
}
