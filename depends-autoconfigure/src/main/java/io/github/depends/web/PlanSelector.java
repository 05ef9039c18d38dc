package io.github.depends.web;

import io.github.depends.graph.DependencyGraph;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Picks what serves a request or a use outside of one. An application has no bean of this type and is always served as
 * it was verified at start-up; tests that replace dependencies have one.
 */
public interface PlanSelector {

    /** Serves everything by what was verified at start-up. */
    PlanSelector APPLICATION = new PlanSelector() {
        @Override
        public EndpointPlans select(HttpServletRequest request, EndpointPlans application) {
            return application;
        }

        @Override
        public DependencyGraph select(DependencyGraph application) {
            return application;
        }
    };

    /**
     * Returns the plans that serve a request, in all its dispatches.
     *
     * @param request the request
     * @param application the plans of the application
     */
    EndpointPlans select(HttpServletRequest request, EndpointPlans application);

    /**
     * Returns the graph that serves a use outside a request.
     *
     * @param application the graph of the application
     */
    DependencyGraph select(DependencyGraph application);
}
