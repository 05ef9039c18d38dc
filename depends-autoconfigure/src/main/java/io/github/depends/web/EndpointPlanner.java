package io.github.depends.web;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.EndpointDeclaration;
import io.github.depends.graph.Fault;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.graph.Level;
import io.github.depends.graph.Provider;
import io.github.depends.resolution.Acquisition;
import io.github.depends.resolution.BindingGroup;
import io.github.depends.resolution.Recipes;
import io.github.depends.resolution.ResolutionPlan;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.validation.method.MethodValidator;
import org.springframework.web.method.HandlerMethod;

/** Plans the endpoints of one graph; what their plans have in common is made once. */
final class EndpointPlanner {

    private final DependencyGraph graph;
    private final Constraints constraints;
    private final @Nullable MethodValidator springValidator;
    private final MessageSource messages;
    private final WrongRequests wrong;
    private final Recipes recipes;
    private final Map<Provider, BoundParameters> parameters = new HashMap<>();
    private final Map<Integer, BoundParameters> unbound = new HashMap<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    EndpointPlanner(
            DependencyGraph graph,
            Constraints constraints,
            @Nullable MethodValidator springValidator,
            MessageSource messages,
            Acquisition acquisition,
            WrongRequests wrong) {
        this.graph = graph;
        this.constraints = constraints;
        this.springValidator = springValidator;
        this.messages = messages;
        this.wrong = wrong;
        this.recipes = new Recipes(graph, new SpringInvokers(constraints), acquisition);
    }

    /**
     * Plans all endpoints.
     *
     * @param declarations all endpoints, those without dependencies included
     * @throws InvalidDependencyGraphException if an endpoint cannot be planned
     */
    EndpointPlans plan(List<EndpointDeclaration> declarations) {
        Map<EndpointDeclaration, Endpoint> endpoints = new IdentityHashMap<>();
        graph.endpoints().forEach(endpoint -> endpoints.put(endpoint.declaration(), endpoint));
        if (wrong.allEndpoints()) {
            graph.plainEndpoints().forEach(endpoint -> endpoints.put(endpoint.declaration(), endpoint));
        }
        EndpointPlans made = new EndpointPlans();
        for (EndpointDeclaration declaration : declarations) {
            HandlerMethod handler = (HandlerMethod) declaration.id();
            Endpoint endpoint = endpoints.get(declaration);
            if (endpoint == null) {
                made.addWithoutUses(declaration, handler);
            } else {
                add(handler, endpoint, made);
            }
        }
        graph.exceptionHandlerUses()
                .forEach((parameter, use) -> made.add(ExceptionHandlerUses.Place.of(parameter), use));
        VariableConstraints.check(graph, constraints, faults::add);
        if (!faults.isEmpty()) {
            throw new InvalidDependencyGraphException(List.copyOf(faults));
        }
        made.complete();
        return made;
    }

    private void add(HandlerMethod handler, Endpoint endpoint, EndpointPlans to) {
        try {
            PlannedEndpoint planned = planned(handler, endpoint);
            Endpoint own = ownUses(endpoint);
            boolean same = own.routeUses().size() == endpoint.routeUses().size();
            to.add(endpoint.declaration(), handler, planned, same ? planned : planned(handler, own));
        } catch (InvalidDependencyGraphException unplannable) {
            faults.addAll(unplannable.faults());
        }
    }

    // An ERROR dispatch runs only what is written on the error controller itself.
    private static Endpoint ownUses(Endpoint endpoint) {
        if (endpoint.routeUses().isEmpty()) {
            return endpoint;
        }
        return new Endpoint(
                endpoint.declaration(),
                endpoint.routeUses().stream()
                        .filter(use -> use.level().compareTo(Level.PACKAGE) > 0)
                        .toList(),
                endpoint.arguments());
    }

    private PlannedEndpoint planned(HandlerMethod handler, Endpoint endpoint) {
        ResolutionPlan plan = ResolutionPlan.of(endpoint, recipes);
        BoundParameters[] groups = new BoundParameters[plan.groups().size()];
        for (BindingGroup group : plan.groups()) {
            groups[group.index()] =
                    parameters.computeIfAbsent(group.provider(), any -> BoundParameters.of(group, constraints));
        }
        return new PlannedEndpoint(
                plan,
                own(handler, endpoint),
                groups,
                handler,
                constraints,
                springValidator,
                messages,
                wrong.accumulate());
    }

    // Endpoints that bind nothing themselves are many, and have the same to say about it.
    private BoundParameters own(HandlerMethod handler, Endpoint endpoint) {
        if (BoundParameters.mayBeConstrained(handler)) {
            return BoundParameters.of(endpoint, handler, constraints);
        }
        return endpoint.needs().size() - endpoint.routeUses().size()
                        == endpoint.arguments().size()
                ? unbound.computeIfAbsent(
                        endpoint.arguments().size(), any -> BoundParameters.of(endpoint, handler, Constraints.NONE))
                : BoundParameters.of(endpoint, handler, Constraints.NONE);
    }
}
