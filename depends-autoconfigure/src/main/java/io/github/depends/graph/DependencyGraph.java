package io.github.depends.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/** The verified, immutable graph of all dependencies of an application. */
public final class DependencyGraph {

    private final Catalog catalog;
    private final Addressing addressing;
    private final List<Endpoint> endpoints;
    private final Map<MethodParameter, Argument.OfDependency> exceptionHandlerUses;
    private final List<DependencyNode> nodes;
    private final List<Rule> rules;
    private final boolean part;
    private final DependencyGraph application;
    private final Overrides overrides;

    private DependencyGraph(
            Catalog catalog,
            List<Rule> rules,
            boolean part,
            @Nullable DependencyGraph application,
            Overrides overrides,
            Addressing addressing,
            List<Endpoint> endpoints,
            Map<MethodParameter, Argument.OfDependency> exceptionHandlerUses,
            Collection<DependencyNode> nodes) {
        this.catalog = catalog;
        this.rules = List.copyOf(rules);
        this.part = part;
        this.application = application == null ? this : application;
        this.overrides = overrides;
        this.addressing = addressing;
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
        return build(catalog, rules, false, null, new Addressing(catalog), Overrides.NONE);
    }

    /**
     * Builds the graph of a part of an application, such as a slice: what is missing is told by the first request that
     * needs it, as {@link MissingDependencyException}, so that a test can replace it.
     *
     * @param catalog what detection found
     * @param rules what must be true of each endpoint
     * @param leftOut classes with dependency methods that are beans of the application, but not of this part
     * @throws InvalidDependencyGraphException with all other faults, if there are any
     */
    public static DependencyGraph ofPart(Catalog catalog, List<Rule> rules, List<Class<?>> leftOut) {
        return build(catalog, rules, true, null, Addressing.ofPart(catalog, leftOut), Overrides.NONE);
    }

    /**
     * Builds the graph of some controllers of an application and verifies it: what they need must be there, but what covers
     * or drops nothing here may do so for the other controllers.
     *
     * @param catalog what detection found
     * @param rules what must be true of each endpoint
     * @throws InvalidDependencyGraphException with all faults, if there are any
     */
    public static DependencyGraph ofControllers(Catalog catalog, List<Rule> rules) {
        return build(catalog, rules, true, null, new Addressing(catalog), Overrides.NONE);
    }

    /**
     * Returns a test's graph: this one with replacements, on top of those it has. Guards stay guards, and what only a
     * replaced dependency needed is not there.
     *
     * @throws InvalidDependencyGraphException if something replaces nothing or does not fit
     */
    public DependencyGraph with(List<DependencyOverride> added) {
        return with(added, new OverrideReader(addressing, application, this));
    }

    /**
     * Returns a test's graph as {@link #with} does, but what no endpoint uses can be replaced too, for those who open it
     * outside requests.
     *
     * @throws InvalidDependencyGraphException if something replaces nothing or does not fit
     */
    public DependencyGraph withUnused(List<DependencyOverride> added) {
        return with(added, new OverrideReader(addressing, application, this).acceptingUnused());
    }

    private DependencyGraph with(List<DependencyOverride> added, OverrideReader reader) {
        // Detection keeps what it has looked up; tests that run at the same time ask in turn.
        synchronized (application) {
            try {
                Overrides all = overrides;
                for (DependencyOverride override : added) {
                    all = reader.add(all, override);
                }
                return build(catalog, rules, part, application, addressing, all);
            } catch (RefusedException refused) {
                throw new InvalidDependencyGraphException(List.of(refused.fault()));
            }
        }
    }

    private static DependencyGraph build(
            Catalog catalog,
            List<Rule> rules,
            boolean part,
            @Nullable DependencyGraph application,
            Addressing addressing,
            Overrides overrides) {
        Set<Fault> faults = new LinkedHashSet<>(part ? catalog.faultsOfPart() : catalog.faults());
        GraphBuilder builder = new GraphBuilder(catalog, addressing, overrides, faults::add);
        if (application == null) {
            new ForgottenUses(catalog, addressing, faults::add).tell();
        }
        Map<List<Object>, Fault> broken = new LinkedHashMap<>();
        List<Endpoint> endpoints = new ArrayList<>();
        BitSet reached = new BitSet();
        for (EndpointDeclaration declaration : catalog.endpoints()) {
            GraphBuilder.Settled settled = builder.endpoint(declaration);
            if (settled != null) {
                Reach reach = Reach.of(settled.endpoint(), reached);
                for (Rule rule : rules) {
                    rule.check(reach, fault -> broken.putIfAbsent(cause(fault), fault));
                }
                if (settled.complete()) {
                    endpoints.add(settled.endpoint());
                }
            }
        }
        Map<MethodParameter, Argument.OfDependency> handlerUses = new HashMap<>();
        for (MethodParameter parameter : catalog.exceptionHandlerUses()) {
            Argument.OfDependency use = builder.exceptionHandlerUse(parameter);
            if (use != null) {
                Argument.OfDependency other = handlerUses.put(asSpringTellsIt(parameter), use);
                if (other != null && !other.node().equals(use.node())) {
                    faults.add(indistinct(parameter, use, other));
                }
            }
        }
        if (!part) {
            builder.tellUselessExemptions();
        }
        faults.addAll(broken.values());
        if (!faults.isEmpty()) {
            throw new InvalidDependencyGraphException(List.copyOf(faults));
        }
        return new DependencyGraph(
                catalog, rules, part, application, overrides, addressing, endpoints, handlerUses, builder.nodes());
    }

    // Spring MVC tells the class that an exception handler is called on, but not the bean.
    private static MethodParameter asSpringTellsIt(MethodParameter parameter) {
        return MethodParameter.forExecutable(parameter.getExecutable(), parameter.getParameterIndex())
                .withContainingClass(parameter.getContainingClass());
    }

    private static Fault indistinct(MethodParameter parameter, Argument.OfDependency one, Argument.OfDependency other) {
        String type = Names.of(parameter.getContainingClass());
        return new Fault(
                GraphBuilder.parameterLabel(parameter) + " means " + other.node() + " in one bean of " + type + " and "
                        + one.node() + " in another, and Spring MVC does not say which of them handles an exception",
                Site.of(parameter),
                "Write a subclass of " + type + " for each, and declare the beans with these classes.");
    }

    // What is wrong at one place, and put right there, is told for the first endpoint that reaches it.
    private static List<Object> cause(Fault fault) {
        return List.of(fault.site(), fault.action());
    }

    /** Returns the endpoints that use dependencies. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Returns the endpoints that use no dependencies, those of the platform included. */
    public List<EndpointDeclaration> withoutDependencies() {
        Set<EndpointDeclaration> using =
                endpoints.stream().map(Endpoint::declaration).collect(Collectors.toSet());
        return catalog.endpoints().stream()
                .filter(declaration -> !using.contains(declaration))
                .toList();
    }

    /** Returns the application's own endpoints that use no dependencies, with what they bind from the request. */
    public List<Endpoint> plainEndpoints() {
        return withoutDependencies().stream()
                .filter(catalog::ofApplication)
                .map(declaration -> new Endpoint(
                        declaration,
                        List.of(),
                        declaration.parameters().stream()
                                .<Argument>map(catalog::request)
                                .toList()))
                .toList();
    }

    /**
     * Returns the parameters of exception handlers that carry a use, each with the class that the handler is called on,
     * and what it means there.
     */
    public Map<MethodParameter, Argument.OfDependency> exceptionHandlerUses() {
        return exceptionHandlerUses;
    }

    /** Returns all dependencies that an endpoint reaches, each after what it needs. */
    public List<DependencyNode> nodes() {
        return nodes;
    }

    /** Returns how many dependencies and composed annotations a test has replaced; none in an application. */
    public int replacements() {
        return overrides.count();
    }

    /** Returns what is allowed and probably not meant, such as a value that nothing closes; a sentence or two for each. */
    public List<String> warnings() {
        return new UnclosedValues(catalog).warnings(nodes);
    }

    /** Returns every use of a dependency by an endpoint or another dependency. */
    Stream<Argument.OfDependency> uses() {
        return Stream.concat(
                endpoints.stream().flatMap(endpoint -> endpoint.needs().stream()),
                nodes.stream().flatMap(node -> node.needs().stream()));
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
        Argument.OfDependency argument = new GraphBuilder(catalog, addressing, overrides, faults::add).dependency(use);
        if (argument == null) {
            throw new InvalidDependencyGraphException(List.copyOf(faults));
        }
        return argument;
    }

    /** Returns lines that can be read and compared: the application's endpoints with their guards, then dependencies. */
    @Override
    public String toString() {
        return GraphText.of(this);
    }
}
