package io.github.depends.openapi;

import io.github.depends.graph.Argument;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint has to say in the document because of its dependencies, read from the graph once.
 *
 * @param endpoint the endpoint
 * @param parameters what its dependencies bind from the request, in the order of the source
 * @param schemes the security schemes it needs, each with the OAuth2 scopes accumulated on the way to it
 * @param scoped whether it requires OAuth2 scopes
 * @param documented the dependency methods and composed annotations it reaches, which may carry documentation
 */
record DocumentedEndpoint(
        Endpoint endpoint,
        List<Bound> parameters,
        Map<Provider.OfScheme, Set<String>> schemes,
        boolean scoped,
        Documented documented) {

    /** Reads an endpoint. */
    static DocumentedEndpoint of(Endpoint endpoint) {
        Walk walk = new Walk();
        endpoint.needs().forEach(walk::guard);
        endpoint.needs().forEach(use -> walk.visit(use, List.of()));
        return new DocumentedEndpoint(
                endpoint,
                List.copyOf(walk.parameters),
                walk.schemes,
                walk.scoped,
                new Documented(List.copyOf(walk.methods), List.copyOf(walk.annotations)));
    }

    /**
     * Whether a request can be answered with its parameter faults.
     *
     * @param accumulate whether all faults are told, rather than the first of the endpoint's own as Spring's exception
     */
    boolean canBeInvalid(boolean accumulate) {
        return !schemes.isEmpty()
                || accumulate && own().stream().anyMatch(WrongValues::possible)
                || parameters.stream().anyMatch(bound -> WrongValues.possible(bound.argument()) || repeatable(bound));
    }

    // What a guard has read must not be given to others with another value.
    private static boolean repeatable(Bound bound) {
        return bound.guarded() && bound.argument().place() == Argument.Place.QUERY;
    }

    /** Whether a request without credentials is refused. */
    boolean requiresCredentials() {
        return schemes.keySet().stream()
                .anyMatch(scheme -> scheme.instance().get().required());
    }

    /** Whether the endpoint binds something of this name itself, from one of these places. */
    boolean bindsItself(String name, Set<Argument.Place> places) {
        return own().stream()
                .anyMatch(argument ->
                        places.contains(argument.place()) && argument.place().sameName(argument.name(), name));
    }

    /** Whether the endpoint binds something of this name itself, from what the document calls this place. */
    boolean bindsItself(String name, @Nullable String in) {
        return own().stream()
                .anyMatch(argument -> argument.name().equals(name)
                        && Objects.equals(argument.place().in(), in));
    }

    /** Whether the endpoint reads the body as a whole itself. */
    boolean readsBodyItself() {
        return own().stream().anyMatch(argument -> argument.place().body());
    }

    private List<Argument.OfRequest> own() {
        return endpoint.arguments().stream()
                .filter(Argument.OfRequest.class::isInstance)
                .map(Argument.OfRequest.class::cast)
                .toList();
    }

    /**
     * A parameter of a dependency that the request fills.
     *
     * @param argument the parameter
     * @param guarded whether it is bound for a guard, which sees no form
     */
    record Bound(Argument.OfRequest argument, boolean guarded) {}

    /**
     * Places of documentation.
     *
     * @param methods dependency methods
     * @param annotations types of composed annotations
     */
    record Documented(List<Method> methods, List<Class<? extends Annotation>> annotations) {}

    private static final class Walk {

        private final Set<DependencyNode> guarded = new HashSet<>();
        private final Set<DependencyNode> guardsSeen = new HashSet<>();
        private final Set<DependencyNode> bound = new HashSet<>();
        private final Set<Visit> visits = new HashSet<>();
        private final List<Bound> parameters = new ArrayList<>();
        private final Map<Provider.OfScheme, Set<String>> schemes = new LinkedHashMap<>();
        private final Set<Method> methods = new LinkedHashSet<>();
        private final Set<Class<? extends Annotation>> annotations = new LinkedHashSet<>();
        private boolean scoped;

        void guard(Argument.OfDependency use) {
            if (Endpoint.guards(use)) {
                below(use.node());
            }
            if (guardsSeen.add(use.node())) {
                use.node().needs().forEach(this::guard);
            }
        }

        private void below(DependencyNode node) {
            if (guarded.add(node)) {
                node.needs().forEach(needed -> below(needed.node()));
            }
        }

        void visit(Argument.OfDependency use, List<String> inherited) {
            List<String> scopes = accumulated(inherited, use.use().oauth2Scopes());
            if (!visits.add(new Visit(use, scopes))) {
                return;
            }
            scoped |= !scopes.isEmpty();
            use.use().composed().forEach(annotation -> annotations.add(annotation.annotationType()));
            DependencyNode node = use.node();
            if (node.provider() instanceof Provider.OfScheme scheme) {
                schemes.computeIfAbsent(scheme, any -> new LinkedHashSet<>()).addAll(scopes);
            } else if (node.provider() instanceof Provider.OfMethod method) {
                methods.add(method.method());
            }
            boolean first = bound.add(node);
            for (Argument argument : node.arguments()) {
                if (argument instanceof Argument.OfDependency needed) {
                    visit(needed, scopes);
                } else if (first && argument instanceof Argument.OfRequest request) {
                    parameters.add(new Bound(request, guarded.contains(node)));
                }
            }
        }

        private static List<String> accumulated(List<String> inherited, List<String> own) {
            Set<String> scopes = new LinkedHashSet<>(inherited);
            scopes.addAll(own);
            return List.copyOf(scopes);
        }

        private record Visit(Argument.OfDependency use, List<String> scopes) {}
    }
}
