package io.github.depends.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.MethodParameter;

/** The verified, immutable graph of all dependencies of an application. */
public final class DependencyGraph {

    private final Catalog catalog;
    private final List<Endpoint> endpoints;
    private final Map<MethodParameter, Argument.OfDependency> exceptionHandlerUses;
    private final List<DependencyNode> nodes;

    private DependencyGraph(
            Catalog catalog,
            List<Endpoint> endpoints,
            Map<MethodParameter, Argument.OfDependency> exceptionHandlerUses,
            Collection<DependencyNode> nodes) {
        this.catalog = catalog;
        this.endpoints = List.copyOf(endpoints);
        this.exceptionHandlerUses = Map.copyOf(exceptionHandlerUses);
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Builds the graph and verifies it.
     *
     * @param catalog what detection found
     * @param rules what must be true of each endpoint
     * @return a graph in which every use means exactly one dependency
     * @throws InvalidDependencyGraphException with all faults, if there are any
     */
    public static DependencyGraph of(Catalog catalog, List<Rule> rules) {
        Set<Fault> faults = new LinkedHashSet<>(catalog.faults());
        GraphBuilder builder = new GraphBuilder(catalog, faults::add);
        List<Endpoint> endpoints = new ArrayList<>();
        for (EndpointDeclaration declaration : catalog.endpoints()) {
            Endpoint endpoint = builder.endpoint(declaration);
            if (endpoint != null) {
                endpoints.add(endpoint);
                rules.forEach(rule -> rule.check(endpoint, faults::add));
            }
        }
        Map<MethodParameter, Argument.OfDependency> handlerUses = new HashMap<>();
        for (MethodParameter parameter : catalog.exceptionHandlerUses()) {
            Argument.OfDependency use = builder.exceptionHandlerUse(parameter);
            if (use != null) {
                handlerUses.put(parameter, use);
            }
        }
        builder.tellUselessExemptions();
        if (!faults.isEmpty()) {
            throw new InvalidDependencyGraphException(List.copyOf(faults));
        }
        return new DependencyGraph(catalog, endpoints, handlerUses, builder.nodes());
    }

    /** Returns the endpoints that use dependencies. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Returns the parameters of exception handlers that carry a use, and what it means. */
    public Map<MethodParameter, Argument.OfDependency> exceptionHandlerUses() {
        return exceptionHandlerUses;
    }

    /** Returns all dependencies that an endpoint reaches, each after what it needs. */
    public List<DependencyNode> nodes() {
        return nodes;
    }

    /**
     * Settles a use outside any controller on this graph.
     *
     * @param use the use
     * @return what it means
     * @throws InvalidDependencyGraphException if it means nothing, or more than one thing
     */
    public Argument.OfDependency settle(Use use) {
        Set<Fault> faults = new LinkedHashSet<>();
        Argument.OfDependency argument = new GraphBuilder(catalog, faults::add).dependency(use, null);
        if (argument == null) {
            throw new InvalidDependencyGraphException(List.copyOf(faults));
        }
        return argument;
    }
}
