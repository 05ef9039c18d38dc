package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.EndpointDeclaration;
import java.lang.reflect.Executable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
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
        Argument.OfDependency known = handlerUses.get(place);
        return known == null ? handlerUseOfDeclared(place) : known;
    }

    // The bean may have been declared as a super-class of what handles, or stand behind a proxy.
    private Argument.@Nullable OfDependency handlerUseOfDeclared(ExceptionHandlerUses.Place place) {
        List<Argument.OfDependency> possible = handlerUses.entrySet().stream()
                .filter(entry -> entry.getKey().mayBe(place))
                .map(Map.Entry::getValue)
                .toList();
        return possible.stream().map(Argument.OfDependency::node).distinct().count() == 1 ? possible.get(0) : null;
    }

    /** Adds an endpoint. */
    void add(
            EndpointDeclaration declaration, HandlerMethod handler, PlannedEndpoint endpoint, PlannedEndpoint onError) {
        endpoints.put(registered(handler), new Planned(declaration, endpoint, onError));
        methods.add(handler.getMethod());
        methods.add(declaration.method());
    }

    /** Adds an endpoint that uses nothing. */
    void addWithoutUses(EndpointDeclaration declaration, HandlerMethod handler) {
        endpoints.put(registered(handler), new Planned(declaration, null, null));
    }

    /** Finds the endpoints without uses whose method is that of an endpoint with uses too; when all have been added. */
    void complete() {
        endpoints.forEach((handler, planned) ->
                planned.sharesMethod = planned.endpoint == null && methods.contains(handler.getMethod()));
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

    /** What is known of a handler. Immutable but for a memo; thread-safe. */
    static final class Planned {

        private final EndpointDeclaration declaration;
        private final @Nullable PlannedEndpoint endpoint;
        private final @Nullable PlannedEndpoint onError;
        private boolean sharesMethod;
        private volatile @Nullable Class<?> verified;

        Planned(
                EndpointDeclaration declaration,
                @Nullable PlannedEndpoint endpoint,
                @Nullable PlannedEndpoint onError) {
            this.declaration = declaration;
            this.endpoint = endpoint;
            this.onError = onError;
        }

        /** Returns the endpoint as it was found at start-up. */
        EndpointDeclaration declaration() {
            return declaration;
        }

        /** Returns the endpoint, {@code null} if it uses nothing. */
        @Nullable PlannedEndpoint endpoint() {
            return endpoint;
        }

        /** Returns the endpoint as the target of an ERROR dispatch, {@code null} if it uses nothing. */
        @Nullable PlannedEndpoint onError() {
            return onError;
        }

        /** Whether it uses nothing, but another endpoint of the same, inherited method does. */
        boolean sharesMethod() {
            return sharesMethod;
        }

        /** Whether objects of this class are known to carry the uses that were planned. */
        boolean verified(Class<?> type) {
            return verified == type;
        }

        /** Keeps that objects of a class carry the uses that were planned. */
        void keepVerified(Class<?> type) {
            verified = type;
        }
    }
}
