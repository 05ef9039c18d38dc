package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyOverride;
import io.github.depends.web.EndpointPlans;
import io.github.depends.web.PlanSelector;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Serves each request by what its test has replaced. A request keeps what it began with, and so does the work that Spring
 * MVC does for it on another thread.
 */
final class TestPlanSelector implements PlanSelector, HandlerInterceptor {

    /** Request attribute with the plans that serve a request. */
    static final String PLANS = TestPlanSelector.class.getName() + ".PLANS";

    private static final String GRAPH = TestPlanSelector.class.getName() + ".GRAPH";

    // Not an attribute, for an application may remove that, and the request would be served without a word.
    private final Map<ServletRequest, TestOverrides> single = Collections.synchronizedMap(new WeakHashMap<>());
    private final ActiveTests tests;

    // Not inheritable, as in ActiveTests.
    private final ThreadLocal<@Nullable DependencyGraph> work = new ThreadLocal<>();

    TestPlanSelector(ActiveTests tests) {
        this.tests = tests;
    }

    @Override
    public EndpointPlans select(HttpServletRequest request, EndpointPlans application) {
        if (request.getAttribute(PLANS) instanceof EndpointPlans known) {
            return known;
        }
        TestOverrides overrides = of(request);
        EndpointPlans plans = overrides == null ? null : overrides.plans();
        EndpointPlans selected = Objects.requireNonNullElse(plans, application);
        request.setAttribute(PLANS, selected);
        request.setAttribute(GRAPH, overrides == null ? tests.application() : overrides.graph());
        return selected;
    }

    @Override
    public DependencyGraph select(DependencyGraph application) {
        DependencyGraph begun = work.get();
        if (begun == null
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            begun = known(attributes.getRequest());
        }
        return begun != null ? begun : tests.outside().map(TestOverrides::graph).orElse(application);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        WebAsyncUtils.getAsyncManager(request).registerCallableInterceptor(this, new RequestWork(this::known, work));
        return true;
    }

    private @Nullable DependencyGraph known(HttpServletRequest request) {
        if (request.getAttribute(GRAPH) instanceof DependencyGraph graph) {
            return graph;
        }
        TestOverrides own = identified(request);
        return own == null ? null : own.graph();
    }

    /** Replaces a dependency for one request, on top of what its test has replaced. */
    void add(HttpServletRequest request, DependencyOverride override) {
        TestOverrides known = single.get(innermost(request));
        TestOverrides own = known == null ? tests.forRequest(of(request)) : known;
        own.add(override);
        single.put(innermost(request), own);
    }

    private static ServletRequest innermost(ServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        return innermost;
    }

    private @Nullable TestOverrides of(HttpServletRequest request) {
        TestOverrides own = identified(request);
        return own != null
                ? own
                : tests.unidentified("The request " + request.getMethod() + " " + request.getRequestURI());
    }

    /** Returns what the test of a request has replaced, {@code null} if nobody knows whose it is. */
    private @Nullable TestOverrides identified(HttpServletRequest request) {
        TestOverrides own = single.get(innermost(request));
        if (own != null) {
            return own;
        }
        String id = tests.haveBegun() ? request.getHeader(TestIdentity.HEADER) : null;
        return id != null ? tests.identified(id) : tests.own();
    }
}
