package io.github.depends.graph;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.security.SecurityScopes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** Follows uses from the endpoints down and makes one node for each dependency; faults are told, not thrown. */
final class GraphBuilder {

    /** How often one constructor may be below itself, each time with other type arguments. */
    private static final int MOST_IN_A_PATH = 8;

    private final Catalog catalog;
    private final Addressing addressing;
    private final Overrides overrides;
    private final Consumer<Fault> faults;
    private final ParameterUses parameterUses = new ParameterUses();
    private final Map<Key, DependencyNode> nodes = new LinkedHashMap<>();
    private final Set<Key> failed = new HashSet<>();
    private final Map<Key, Use> path = new LinkedHashMap<>();
    private final Set<Constructor<?>> endless = new HashSet<>();
    private final Map<Exemption, String> exemptions = new LinkedHashMap<>();
    /** What has been settled below dependencies that could not be. */
    private final List<Argument> orphans = new ArrayList<>();

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

    /** Returns what could be settled of an endpoint, {@code null} if it uses nothing. */
    @Nullable Settled endpoint(EndpointDeclaration declaration) {
        List<RouteUse> kept = exempted(declaration);
        if (kept.isEmpty() && !usesByParameter(declaration)) {
            return null;
        }
        orphans.clear();
        List<Endpoint.RouteDependency> routeUses = new ArrayList<>(kept.size());
        for (RouteUse routeUse : kept) {
            Endpoint.RouteDependency settled = routeDependency(routeUse);
            if (settled != null) {
                routeUses.add(settled);
            }
        }
        List<Argument> arguments = arguments(declaration.parameters(), null, TakenFromUse.NOTHING);
        boolean complete = routeUses.size() == kept.size()
                && arguments.size() == declaration.parameters().size();
        arguments.addAll(orphans);
        return new Settled(new Endpoint(declaration, routeUses, arguments), complete);
    }

    private static boolean usesByParameter(EndpointDeclaration declaration) {
        for (MethodParameter parameter : declaration.parameters()) {
            if (UseReader.ours(parameter)) {
                return true;
            }
        }
        return false;
    }

    /**
     * An endpoint, of which something is missing where a fault has been told: then its arguments are no longer those of
     * its parameters, but everything that can be checked for other faults.
     *
     * @param endpoint the endpoint
     * @param complete whether nothing is missing
     */
    record Settled(Endpoint endpoint, boolean complete) {}

    private List<RouteUse> exempted(EndpointDeclaration declaration) {
        if (declaration.exemptions().isEmpty()) {
            return declaration.routeUses();
        }
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
        Argument.OfDependency argument = dependency(routeUse.use(), null, TakenFromUse.NOTHING);
        if (argument != null && argument.node().provider() instanceof Provider.OfBean bean) {
            faults.accept(new Fault(
                    "A use without a parameter runs its dependency, but '"
                            + Names.of(routeUse.use().requested()) + "', used by "
                            + routeUse.use().site()
                            + ", is the Spring bean '" + bean.bean() + "', which has nothing to run",
                    routeUse.use().site(),
                    AddressingFaults.nothingToRun(routeUse.use())));
            return null;
        }
        return argument == null ? null : new Endpoint.RouteDependency(routeUse.level(), argument);
    }

    /** Returns what a use on a parameter of an exception handler means, {@code null} after telling what is wrong. */
    Argument.@Nullable OfDependency exceptionHandlerUse(MethodParameter parameter) {
        try {
            Use use = only(parameterUses.of(parameter), parameter);
            if (use == null || use.delivery().lazy()) {
                throw new RefusedException(
                        parameterLabel(parameter) + " cannot be given to an exception handler, which gets only values"
                                + " that the failed request had resolved",
                        Site.of(parameter),
                        "Take the value of a dependency, @Nullable or Optional.");
            }
            if (!use.delivery().nullable()) {
                throw new RefusedException(
                        parameterLabel(parameter) + " must allow for no value, because an exception handler gets only"
                                + " what the failed request had resolved",
                        Site.of(parameter),
                        "Declare it @Nullable or Optional.");
            }
            OpenVariables.refuse(use, parameter);
            return dependency(use, null, TakenFromUse.NOTHING);
        } catch (RefusedException refused) {
            faults.accept(refused.fault());
            return null;
        }
    }

    private @Nullable Use only(List<Use> uses, MethodParameter parameter) {
        if (uses.size() > 1 || !uses.isEmpty() && catalog.binds(parameter)) {
            throw new RefusedException(
                    parameterLabel(parameter)
                            + (uses.size() > 1 ? " carries several uses" : " carries a use and a binding annotation"),
                    Site.of(parameter),
                    "Keep one of them.");
        }
        return uses.isEmpty() ? null : uses.get(0);
    }

    /** Returns what a use outside any endpoint means, {@code null} after telling what is wrong with it. */
    Argument.@Nullable OfDependency dependency(Use use) {
        return dependency(use, null, TakenFromUse.NOTHING);
    }

    private Argument.@Nullable OfDependency dependency(Use use, @Nullable Provider asking, TakenFromUse taken) {
        MalformedScopes.tell(use, faults);
        try {
            Provider meant =
                    addressing.find(use, asking instanceof Provider.OfOverride override ? override.by() : asking);
            Provider provider = overrides.of(use, meant, asking);
            boolean original = asking instanceof Provider.OfOverride override
                    && override.replaced().equals(provider);
            if (provider.equals(meant)) {
                check(use, meant, asking != null);
            }
            DependencyNode node = node(original ? taken.passedOn(use) : use, provider);
            return node == null ? null : new Argument.OfDependency(use, node);
        } catch (RefusedException refused) {
            faults.accept(refused.fault());
            return null;
        }
    }

    private static void check(Use use, Provider provider, boolean ofDependency) {
        if (provider instanceof Provider.OfMethod method) {
            refuse(method);
        }
        if (provider instanceof Provider.Executing executing
                && executing.result().refused()) {
            RefusedException open = OpenVariables.ofResult(executing);
            throw open != null
                    ? open
                    : new RefusedException(
                            "'" + executing.label() + "' returns " + Names.of(executing.valueType())
                                    + ", which cannot be a dependency's result"
                                    + (executing.result().hidesYield()
                                            ? ", because nobody would open or close the Yield in it"
                                            : ""),
                            executing.site(),
                            "Return T, Yield<T>, CompletionStage<T> or CompletionStage<Yield<T>>, where T may be Optional<V>.");
        }
        if (provider instanceof Provider.Executing executing
                && executing.threadBound()
                && executing.result().stage()) {
            throw new RefusedException(
                    "'" + executing.label() + "' is bound to its thread, but its value comes from another",
                    executing.site(),
                    "Return the Yield itself, or leave threadBound out.");
        }
        ResolvableType value = provider.valueType();
        if (use.routeLevel() || use.type().resolve() == null) {
            return;
        }
        if (value == ResolvableType.NONE) {
            checkOrder(use, provider, ofDependency);
            return;
        }
        if (use.value() != null && !assignable(use.type(), value)) {
            throw new RefusedException(
                    "'" + provider.label() + "', used by " + use.site() + ", gives " + Names.of(value) + " and not "
                            + Names.of(use.type()),
                    use.site(),
                    "Change the parameter's type to " + Names.of(value) + ", or name another dependency.");
        }
    }

    // An endpoint says on its method what must run first; a dependency has only its parameters.
    private static void checkOrder(Use use, Provider provider, boolean ofDependency) {
        if (!ofDependency || use.type().resolve() != Void.class) {
            throw new RefusedException(
                    "'" + provider.label() + "', used by " + use.site() + ", is a mere check and has no value",
                    use.site(),
                    ofDependency
                            ? "Change the parameter's type to Void: the check then runs first, and the parameter is null."
                            : "Put the use on the method or class instead of a parameter.");
        }
    }

    static boolean assignable(ResolvableType wanted, ResolvableType value) {
        Class<?> wantedClass = org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(wanted.toClass());
        Class<?> valueClass = org.springframework.util.ClassUtils.resolvePrimitiveIfNecessary(value.toClass());
        return wanted.getType() == valueClass
                || wanted.isAssignableFrom(value)
                || wantedClass.isAssignableFrom(valueClass)
                        && (!wanted.hasGenerics() || value.hasUnresolvableGenerics());
    }

    private @Nullable DependencyNode node(Use use, Provider provider) {
        Key key = new Key(provider, taken(use, provider));
        DependencyNode known = nodes.get(key);
        if (known != null || failed.contains(key)) {
            return known;
        }
        if (path.containsKey(key)) {
            throw cycle(use, key);
        }
        if (provider instanceof Provider.OfConstructor constructor && endless(constructor, use)) {
            return null;
        }
        path.put(key, use);
        try {
            DependencyNode node = make(key, use);
            if (node == null) {
                failed.add(key);
            } else {
                nodes.put(key, node);
            }
            return node;
        } finally {
            path.remove(key);
        }
    }

    private TakenFromUse taken(Use use, Provider provider) {
        Annotation own = annotation(use, provider);
        Annotation original = provider instanceof Provider.OfOverride override && asksForOriginal(override)
                ? annotation(use, override.replaced())
                : null;
        return own == null && original == null ? TakenFromUse.NOTHING : new TakenFromUse(own, original);
    }

    private boolean asksForOriginal(Provider.OfOverride override) {
        return override.parameters().stream()
                .flatMap(parameter -> parameterUses.of(parameter).stream())
                .anyMatch(use -> meansOriginal(use, override));
    }

    private boolean meansOriginal(Use use, Provider.OfOverride override) {
        try {
            return addressing.find(use, override.by()).equals(override.replaced());
        } catch (RefusedException toldWithTheArguments) {
            return false;
        }
    }

    private @Nullable Annotation annotation(Use use, Provider provider) {
        if (!(provider instanceof Provider.Executing executing)) {
            return null;
        }
        for (MethodParameter parameter : executing.parameters()) {
            if (UseReader.composed(parameter.getParameterType()) && !parameterUses.takesNearest(parameter)) {
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

    /** Whether a constructor asks for itself with ever larger type arguments; tells the fault when it is found. */
    private boolean endless(Provider.OfConstructor constructor, Use use) {
        if (endless.contains(constructor.constructor())) {
            return true;
        }
        List<String> labels = path.keySet().stream()
                .map(Key::provider)
                .filter(provider -> provider instanceof Provider.OfConstructor other
                        && other.constructor().equals(constructor.constructor()))
                .map(Provider::label)
                .toList();
        if (labels.size() < MOST_IN_A_PATH) {
            return false;
        }
        endless.add(constructor.constructor());
        throw new RefusedException(
                "Dependencies form an endless chain: " + String.join(" -> ", labels.subList(0, 3)) + " -> ...",
                use.site(),
                "Let " + Names.of(constructor.constructor().getDeclaringClass())
                        + " not ask for itself with other type arguments.");
    }

    private RefusedException cycle(Use use, Key key) {
        List<String> labels = path.keySet().stream()
                .dropWhile(step -> !step.equals(key))
                .map(step -> step.provider().label())
                .toList();
        return new RefusedException(
                "Dependencies form a cycle: " + String.join(" -> ", labels) + " -> " + labels.get(0),
                use.site(),
                labels.size() == 1
                        ? "Name another dependency of this type, or let this one take something else."
                        : "Let one of them take what it needs from a third that both use.");
    }

    private @Nullable DependencyNode make(Key key, Use use) {
        if (!(key.provider() instanceof Provider.Executing executing)) {
            return new DependencyNode(key.provider(), TakenFromUse.NOTHING, nodes.size(), List.of());
        }
        Fault uncallable = executing instanceof Provider.OfMethod method ? catalog.fault(method) : null;
        if (uncallable != null) {
            throw new RefusedException(uncallable);
        }
        OpenVariables.refuse(executing, use);
        tellUnmarked(executing, key.taken().annotation(), use);
        List<Argument> arguments = arguments(executing.parameters(), executing, key.taken());
        if (arguments.size() == executing.parameters().size()) {
            return new DependencyNode(executing, key.taken(), nodes.size(), arguments);
        }
        orphans.addAll(arguments);
        return null;
    }

    private void tellUnmarked(Provider.Executing dependency, @Nullable Annotation annotation, Use use) {
        List<String> unmarked = dependency.parameters().stream()
                .filter(parameter -> !filled(parameter, annotation))
                .filter(parameter -> {
                    Refusal refusal = catalog.refusal(parameter);
                    return refusal != null && refusal.unmarked();
                })
                .map(parameter -> "'" + Site.of(parameter).parameter() + "'")
                .toList();
        if (unmarked.isEmpty()) {
            return;
        }
        boolean one = unmarked.size() == 1;
        boolean guessed = !dependency.executable().isAnnotationPresent(Dependency.class)
                && dependency instanceof Provider.OfConstructor;
        String type = dependency.label();
        String nearMiss = guessed ? addressing.nearMiss(use) : "";
        faults.accept(new Fault(
                "'" + dependency.label() + "', used by " + use.site()
                        + ", cannot be made: nothing says where its parameter"
                        + (one ? " " : "s ") + String.join(" and ", unmarked) + (one ? " comes from" : " come from")
                        + (guessed ? ", no @Dependency method returns " + type + ", and no bean has this type" : ""),
                dependency.site(),
                (guessed
                                ? (nearMiss.isEmpty() ? "Write" : nearMiss + "; otherwise write")
                                        + " a @Dependency method that returns " + type
                                        + ", or, if it is to be made of the request, annotate "
                                : "Annotate ")
                        + (one ? "the parameter" : "each parameter") + " with " + Refusal.UNMARKED.action() + "."));
    }

    private boolean filled(MethodParameter parameter, @Nullable Annotation annotation) {
        return UseReader.ours(parameter)
                || parameterUses.takesNearest(parameter)
                || filledByCaller(parameter)
                || annotation != null && parameter.getParameterType() == annotation.annotationType();
    }

    /** Returns the arguments for parameters, without those of which a fault has been told. */
    private List<Argument> arguments(
            List<MethodParameter> parameters, Provider.@Nullable Executing asking, TakenFromUse taken) {
        List<Argument> arguments = new ArrayList<>(parameters.size());
        for (MethodParameter parameter : parameters) {
            try {
                Argument argument = argument(parameter, asking, taken);
                if (argument != null) {
                    arguments.add(argument);
                }
            } catch (RefusedException refused) {
                faults.accept(refused.fault());
            }
        }
        return arguments;
    }

    private @Nullable Argument argument(
            MethodParameter parameter, Provider.@Nullable Executing asking, TakenFromUse taken) {
        Use use = only(parameterUses.of(parameter), parameter);
        if (use != null) {
            refuseWrappedLazy(parameter);
            OpenVariables.refuse(use, parameter);
            return dependency(use, asking, taken);
        }
        if (parameter.getParameterType() == BackgroundTasks.class) {
            return new Argument.OfTasks();
        }
        if (parameter.getParameterType() == SecurityScopes.class) {
            return scopes(parameter, asking);
        }
        Annotation annotation = taken.annotation();
        if (annotation != null && parameter.getParameterType() == annotation.annotationType()) {
            return new Argument.OfAnnotation(annotation);
        }
        if (asking != null && parameterUses.takesNearest(parameter)) {
            return new Argument.OfNearest(parameter.getParameterType().asSubclass(Annotation.class));
        }
        if (asking != null && filledByCaller(parameter)) {
            return new Argument.OfCaller();
        }
        Refusal refusal = asking == null ? null : catalog.refusal(parameter);
        if (refusal != null && refusal.unmarked()) {
            return null;
        }
        if (refusal != null) {
            throw new RefusedException(
                    parameterLabel(parameter) + " " + refusal.reason(), Site.of(parameter), refusal.action());
        }
        return catalog.request(parameter);
    }

    private static boolean filledByCaller(MethodParameter parameter) {
        Executable executable = parameter.getExecutable();
        return parameter.getParameterIndex() == executable.getParameterCount() - 1
                && Languages.of(executable.getDeclaringClass()).addsLastParameter(executable);
    }

    private static void refuse(Provider.OfMethod provider) {
        Refusal refusal = Languages.of(provider.method().getDeclaringClass()).refusal(provider.method());
        if (refusal != null) {
            throw new RefusedException(
                    "'" + provider.label() + "' " + refusal.reason(), provider.site(), refusal.action());
        }
    }

    private static void refuseWrappedLazy(MethodParameter parameter) {
        if (parameter.getParameterType() != Optional.class) {
            return;
        }
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        if (type.getGeneric(0).resolve() == Supplier.class) {
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

    private record Key(Provider provider, TakenFromUse taken) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && provider.equals(that.provider) && taken.equals(that.taken);
        }

        @Override
        public int hashCode() {
            return provider.hashCode() + 31 * taken.hashCode();
        }
    }
}
