package io.github.depends.graph;

import io.github.depends.BackgroundTasks;
import io.github.depends.security.SecurityScopes;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** Follows uses from the endpoints down and makes one node for each dependency; faults are told, not thrown. */
final class GraphBuilder {

    private final Catalog catalog;
    private final Addressing addressing;
    private final Overrides overrides;
    private final Consumer<Fault> faults;
    private final Map<Key, DependencyNode> nodes = new LinkedHashMap<>();
    private final Map<Key, Boolean> failed = new LinkedHashMap<>();
    private final Map<Key, Use> path = new LinkedHashMap<>();
    private final Map<Exemption, String> exemptions = new LinkedHashMap<>();

    GraphBuilder(Catalog catalog, Addressing addressing, Overrides overrides, Consumer<Fault> faults) {
        this.catalog = catalog;
        this.addressing = addressing;
        this.overrides = overrides;
        this.faults = faults;
    }

    /** Tells which exemptions have dropped nothing from any endpoint. */
    void tellUselessExemptions() {
        exemptions.forEach((exemption, inherited) -> {
            if (!inherited.isEmpty()) {
                faults.accept(new Fault(
                        "@Exempt(" + Names.of(exemption.value()) + ".class) on " + exemption.site() + " drops nothing",
                        exemption.site(),
                        "Remove it, or name a dependency that is inherited here: " + inherited + "."));
            }
        });
    }

    Collection<DependencyNode> nodes() {
        return nodes.values();
    }

    /** Returns an endpoint with everything settled, {@code null} if it uses nothing or something is wrong with it. */
    @Nullable Endpoint endpoint(EndpointDeclaration declaration) {
        List<RouteUse> kept = exempted(declaration);
        boolean uses = !kept.isEmpty() || declaration.parameters().stream().anyMatch(UseReader::ours);
        if (!uses) {
            return null;
        }
        List<Endpoint.@Nullable RouteDependency> routeUses =
                kept.stream().map(this::routeDependency).toList();
        List<@Nullable Argument> arguments = arguments(declaration.parameters(), null, null);
        return Stream.concat(routeUses.stream(), arguments.stream()).allMatch(Objects::nonNull)
                ? new Endpoint(declaration, nonNull(routeUses), nonNull(arguments))
                : null;
    }

    private List<RouteUse> exempted(EndpointDeclaration declaration) {
        List<RouteUse> kept = new ArrayList<>(declaration.routeUses());
        for (Exemption exemption : declaration.exemptions()) {
            boolean own = exemption.site().element() == declaration.method();
            boolean dropped = kept.removeIf(routeUse -> exemption.drops(routeUse.use())
                    && (own
                            ? routeUse.level() != Level.METHOD
                            : routeUse.level().compareTo(Level.CLASS) < 0));
            exemptions.merge(
                    exemption, dropped ? "" : inherited(declaration), (one, other) -> one.isEmpty() ? one : other);
        }
        return kept;
    }

    private static String inherited(EndpointDeclaration declaration) {
        String inherited = declaration.routeUses().stream()
                .filter(routeUse -> routeUse.level() != Level.METHOD)
                .map(routeUse -> routeUse.use().composed().isEmpty()
                        ? Names.of(routeUse.use().requested())
                        : Names.of(routeUse.use().composed().get(0).annotationType()))
                .distinct()
                .collect(Collectors.joining(", "));
        return inherited.isEmpty() ? "there is none" : inherited;
    }

    private Endpoint.@Nullable RouteDependency routeDependency(RouteUse routeUse) {
        Argument.OfDependency argument = dependency(routeUse.use(), null);
        if (argument != null && argument.node().provider() instanceof Provider.OfBean bean) {
            faults.accept(new Fault(
                    "'" + Names.of(routeUse.use().requested()) + "', used by "
                            + routeUse.use().site() + ", is the Spring bean '" + bean.bean()
                            + "', so that nothing would run",
                    routeUse.use().site(),
                    "Name a class with @Dependency methods or a security scheme."));
            return null;
        }
        return argument == null ? null : new Endpoint.RouteDependency(routeUse.level(), argument);
    }

    /** Returns what a use on a parameter of an exception handler means, {@code null} after telling what is wrong. */
    Argument.@Nullable OfDependency exceptionHandlerUse(MethodParameter parameter) {
        Use use = UseReader.uses(parameter).get(0);
        if (use.delivery() != Delivery.NULLABLE && use.delivery() != Delivery.OPTIONAL) {
            faults.accept(new Fault(
                    parameterLabel(parameter) + " must allow for no value, because an exception handler gets only what"
                            + " the failed request had resolved",
                    Site.of(parameter),
                    "Declare it @Nullable or Optional."));
            return null;
        }
        return dependency(use, null);
    }

    /** Returns what a use means, {@code null} after telling what is wrong with it. */
    Argument.@Nullable OfDependency dependency(Use use, @Nullable Provider asking) {
        try {
            Provider meant =
                    addressing.find(use, asking instanceof Provider.OfOverride override ? override.by() : asking);
            Provider provider = overrides.of(use, meant, asking);
            if (provider.equals(meant)) {
                check(use, meant);
            }
            DependencyNode node = node(use, provider);
            return node == null ? null : new Argument.OfDependency(use, node);
        } catch (RefusedException refused) {
            faults.accept(refused.fault());
            return null;
        }
    }

    private static void check(Use use, Provider provider) {
        ResolvableType value = provider.valueType();
        if (use.routeLevel() || use.type().resolve() == null) {
            return;
        }
        if (value == ResolvableType.NONE) {
            throw new RefusedException(
                    "'" + provider.label() + "', used by " + use.site() + ", is a mere check and has no value",
                    use.site(),
                    "Put the use on the method or class instead of a parameter.");
        }
        if (use.value() != null && !assignable(use.type(), value)) {
            throw new RefusedException(
                    "'" + provider.label() + "', used by " + use.site() + ", gives " + Names.of(value) + " and not "
                            + Names.of(use.type()),
                    use.site(),
                    "Change the parameter's type to " + Names.of(value) + ", or name another dependency.");
        }
    }

    private static boolean assignable(ResolvableType wanted, ResolvableType value) {
        Class<?> wantedClass = org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(wanted.toClass());
        Class<?> valueClass = org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(value.toClass());
        return wanted.isAssignableFrom(value)
                || wantedClass.isAssignableFrom(valueClass)
                        && (!wanted.hasGenerics() || value.hasUnresolvableGenerics());
    }

    private @Nullable DependencyNode node(Use use, Provider provider) {
        Key key = new Key(provider, consumed(use, provider));
        DependencyNode known = nodes.get(key);
        if (known != null || failed.containsKey(key)) {
            return known;
        }
        if (path.containsKey(key)) {
            throw cycle(use, key);
        }
        path.put(key, use);
        try {
            DependencyNode node = make(key, use);
            if (node == null) {
                failed.put(key, true);
            } else {
                nodes.put(key, node);
            }
            return node;
        } finally {
            path.remove(key);
        }
    }

    private static @Nullable Annotation consumed(Use use, Provider provider) {
        if (!(provider instanceof Provider.Executing executing)) {
            return null;
        }
        for (MethodParameter parameter : executing.parameters()) {
            if (UseReader.composed(parameter.getParameterType())) {
                Annotation annotation = use.composed(parameter.getParameterType());
                if (annotation == null) {
                    throw new RefusedException(
                            "'" + provider.label() + "', used by " + use.site() + ", takes @"
                                    + Names.of(parameter.getParameterType()) + ", which this use does not carry",
                            use.site(),
                            "Write @" + Names.of(parameter.getParameterType()) + " instead of the plain use.");
                }
                return annotation;
            }
        }
        return null;
    }

    private RefusedException cycle(Use use, Key key) {
        List<String> labels = path.keySet().stream()
                .dropWhile(step -> !step.equals(key))
                .map(step -> step.provider().label())
                .toList();
        return new RefusedException(
                "Dependencies form a cycle: " + String.join(" -> ", labels) + " -> " + labels.get(0),
                use.site(),
                "Let one of them take what it needs from a third that both use.");
    }

    private @Nullable DependencyNode make(Key key, Use use) {
        if (!(key.provider() instanceof Provider.Executing executing)) {
            return new DependencyNode(key.provider(), null, List.of());
        }
        if (Declarations.refusedResult(executing)) {
            throw new RefusedException(
                    "'" + executing.label() + "' returns " + Names.of(executing.valueType())
                            + ", which cannot be a dependency's result",
                    executing.site(),
                    "Return T, Yield<T>, CompletionStage<T> or CompletionStage<Yield<T>>, Optional innermost.");
        }
        List<@Nullable Argument> arguments = arguments(executing.parameters(), executing, key.annotation());
        return arguments.stream().allMatch(Objects::nonNull)
                ? new DependencyNode(executing, key.annotation(), nonNull(arguments))
                : null;
    }

    private List<@Nullable Argument> arguments(
            List<MethodParameter> parameters, Provider.@Nullable Executing asking, @Nullable Annotation annotation) {
        List<@Nullable Argument> arguments = new ArrayList<>();
        for (MethodParameter parameter : parameters) {
            try {
                arguments.add(argument(parameter, asking, annotation));
            } catch (RefusedException refused) {
                faults.accept(refused.fault());
                arguments.add(null);
            }
        }
        return arguments;
    }

    private @Nullable Argument argument(
            MethodParameter parameter, Provider.@Nullable Executing asking, @Nullable Annotation annotation) {
        List<Use> uses = UseReader.uses(parameter);
        if (uses.size() > 1 || !uses.isEmpty() && catalog.binds(parameter)) {
            throw new RefusedException(
                    parameterLabel(parameter)
                            + (uses.size() > 1 ? " carries several uses" : " carries a use and a binding annotation"),
                    Site.of(parameter),
                    "Keep one of them.");
        }
        if (!uses.isEmpty()) {
            refuseWrappedLazy(parameter);
            return dependency(uses.get(0), asking);
        }
        if (parameter.getParameterType() == BackgroundTasks.class) {
            return new Argument.OfTasks();
        }
        if (parameter.getParameterType() == SecurityScopes.class) {
            return scopes(parameter, asking);
        }
        if (annotation != null && parameter.getParameterType() == annotation.annotationType()) {
            return new Argument.OfAnnotation(annotation);
        }
        String refusal = asking == null ? null : catalog.refusal(parameter);
        if (refusal != null) {
            throw new RefusedException(
                    parameterLabel(parameter) + " " + refusal,
                    Site.of(parameter),
                    "Write where it comes from: @RequestParam, @RequestHeader, @PathVariable, ... or @Depends.");
        }
        return catalog.request(parameter);
    }

    private static void refuseWrappedLazy(MethodParameter parameter) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        if (type.resolve() == java.util.Optional.class
                && type.getGeneric(0).resolve() == java.util.function.Supplier.class) {
            throw new RefusedException(
                    parameterLabel(parameter) + " is an Optional of a Supplier",
                    Site.of(parameter),
                    "Write Supplier<Optional<T>>.");
        }
    }

    private static Argument scopes(MethodParameter parameter, Provider.@Nullable Executing asking) {
        if (asking == null) {
            throw new RefusedException(
                    parameterLabel(parameter) + " is SecurityScopes, which only a dependency can take",
                    Site.of(parameter),
                    "Move it to the dependency that checks the OAuth2 scopes.");
        }
        return new Argument.OfScopes();
    }

    /** Returns how messages name a parameter. */
    static String parameterLabel(MethodParameter parameter) {
        return "Parameter " + (parameter.getParameterIndex() + 1) + " (" + Names.of(parameter.getParameterType()) + " "
                + Site.of(parameter).parameter() + ") of " + Names.of(parameter.getExecutable());
    }

    @SuppressWarnings("NullAway") // the caller has seen that there is no null
    private static <T> List<T> nonNull(List<? extends @Nullable T> values) {
        return List.copyOf((List<T>) values);
    }

    private record Key(Provider provider, @Nullable Annotation annotation) {}
}
