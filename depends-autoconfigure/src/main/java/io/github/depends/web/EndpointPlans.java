package io.github.depends.web;

import io.github.depends.graph.Argument;
import java.lang.reflect.Executable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** The plans of all endpoints, by the handler that a mapping gives. Filled once, before it serves. */
public final class EndpointPlans {

    private final Map<HandlerMethod, Planned> endpoints = new IdentityHashMap<>();
    private final Set<Executable> methods = new HashSet<>();
    private final Map<ExceptionHandlerUses.Place, Argument.OfDependency> handlerUses = new HashMap<>();

    EndpointPlans() {}

    /** Adds what a parameter of an exception handler means. */
    void add(ExceptionHandlerUses.Place place, Argument.OfDependency use) {
        handlerUses.put(place, use);
    }

    /** Returns what a parameter of an exception handler means, {@code null} if it was not there at start-up. */
    Argument.@Nullable OfDependency handlerUse(ExceptionHandlerUses.Place place) {
        return handlerUses.get(place);
    }

    /** Adds an endpoint; {@code endpoint} is {@code null} if it uses nothing. */
    void add(HandlerMethod handler, @Nullable PlannedEndpoint endpoint, @Nullable PlannedEndpoint onError) {
        endpoints.put(registered(handler), new Planned(endpoint, onError));
        if (endpoint != null) {
            methods.add(handler.getMethod());
            methods.add(endpoint.plan().endpoint().declaration().method());
        }
    }

    /** Returns what is known of a handler, {@code null} if it was not there at start-up. */
    @Nullable Planned find(HandlerMethod handler) {
        return endpoints.get(registered(handler));
    }

    /** Returns the handler that a handler was made from; a mapping gives out a copy for each request. */
    static HandlerMethod registered(HandlerMethod handler) {
        HandlerMethod original = handler.getResolvedFromHandlerMethod();
        return original == null ? handler : original;
    }

    /** Whether an endpoint of this method has a plan. */
    boolean plans(@Nullable Executable executable) {
        return methods.contains(executable);
    }

    /**
     * What is known of a handler.
     *
     * @param endpoint the endpoint, {@code null} if it uses nothing
     * @param onError the endpoint in an ERROR dispatch, {@code null} if it uses nothing
     */
    record Planned(
            @Nullable PlannedEndpoint endpoint, @Nullable PlannedEndpoint onError) {}
}
