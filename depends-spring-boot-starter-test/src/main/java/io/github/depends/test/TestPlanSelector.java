package io.github.depends.test;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.DependencyOverride;
import io.github.depends.web.EndpointPlans;
import io.github.depends.web.PlanSelector;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Serves each request by what its test has replaced; a request keeps what it began with. */
final class TestPlanSelector implements PlanSelector {

    private static final String PLANS = TestPlanSelector.class.getName() + ".PLANS";
    private static final String GRAPH = TestPlanSelector.class.getName() + ".GRAPH";
    private static final String OVERRIDES = TestPlanSelector.class.getName() + ".OVERRIDES";

    private final ActiveTests tests;

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
        if (overrides != null) {
            request.setAttribute(GRAPH, overrides.graph());
        }
        return selected;
    }

    @Override
    public DependencyGraph select(DependencyGraph application) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(PLANS) != null) {
            return attributes.getRequest().getAttribute(GRAPH) instanceof DependencyGraph graph ? graph : application;
        }
        TestOverrides overrides = tests.unidentified("A use of dependencies outside a request, on thread "
                + Thread.currentThread().getName() + ",");
        return overrides == null ? application : overrides.graph();
    }

    /** Replaces a dependency for one request, on top of what its test has replaced. */
    void add(HttpServletRequest request, DependencyOverride override) {
        TestOverrides own =
                request.getAttribute(OVERRIDES) instanceof TestOverrides known ? known : tests.forRequest(of(request));
        own.add(override);
        request.setAttribute(OVERRIDES, own);
    }

    private @Nullable TestOverrides of(HttpServletRequest request) {
        if (request.getAttribute(OVERRIDES) instanceof TestOverrides own) {
            return own;
        }
        String id = request.getHeader(TestIdentity.HEADER);
        return id != null
                ? tests.identified(id)
                : tests.unidentified("The request " + request.getMethod() + " " + request.getRequestURI());
    }
}
