package io.github.depends.web;

import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;

/**
 * What all bindings share.
 *
 * @param resolvers the resolvers of Spring's and of the application
 * @param binders makes binder factories
 * @param constraints Bean Validation
 * @param faults tells faults
 * @param wrong how invalid requests are answered
 */
record BindingSupport(
        HandlerMethodArgumentResolverComposite resolvers,
        Binders binders,
        Constraints constraints,
        ParameterFaults faults,
        WrongRequests wrong) {}
