package io.github.depends.web;

import io.github.depends.graph.Argument.OfRequest;
import java.util.function.Function;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;

/**
 * What all bindings share.
 *
 * @param resolvers the resolvers of Spring's and of the application
 * @param binders makes binder factories
 * @param constraints Bean Validation
 * @param faults tells faults
 * @param arguments tells where in a request a parameter is read
 * @param wrong how invalid requests are answered
 */
record BindingSupport(
        HandlerMethodArgumentResolverComposite resolvers,
        Binders binders,
        Constraints constraints,
        ParameterFaults faults,
        Function<MethodParameter, OfRequest> arguments,
        WrongRequests wrong) {}
