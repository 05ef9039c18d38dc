package io.github.depends.graph;

import io.github.depends.DependencyScope;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** Settles what the replacements of a test replace; one that replaces nothing is refused. */
final class OverrideReader {

    private static final Site SITE = Site.of("the replacement");
    private static final Method GET = Objects.requireNonNull(ClassUtils.getMethod(Supplier.class, "get"));

    private final Addressing addressing;
    private final DependencyGraph application;
    private final Set<DependencyNode> used = new LinkedHashSet<>();
    private boolean unused;

    /**
     * Reads replacements.
     *
     * @param addressing says what a use means
     * @param application the graph without replacements
     * @param test the graph of the test so far
     */
    OverrideReader(Addressing addressing, DependencyGraph application, DependencyGraph test) {
        this.addressing = addressing;
        this.application = application;
        used.addAll(reached(application));
        used.addAll(reached(test));
    }

    // Not the nodes of the graph: exception handlers may name what no endpoint resolves.
    private static Set<DependencyNode> reached(DependencyGraph graph) {
        Set<DependencyNode> reached = new LinkedHashSet<>();
        graph.endpoints().forEach(endpoint -> endpoint.needs().forEach(use -> reach(use, reached)));
        return reached;
    }

    private static void reach(Argument.OfDependency use, Set<DependencyNode> reached) {
        if (!reached.contains(use.node())) {
            use.node().needs().forEach(needed -> reach(needed, reached));
            reached.add(use.node());
        }
    }

    /** Lets dependencies that no endpoint uses be replaced from here on. */
    OverrideReader acceptingUnused() {
        unused = true;
        return this;
    }

    /** Returns replacements and one more. */
    Overrides add(Overrides overrides, DependencyOverride override) {
        Class<?> annotation = override.annotation();
        if (annotation == null) {
            Provider replaced = target(override);
            Set<Provider> same = standingFor(replaced);
            return overrides.and(override(replaced, same, override, "replacement of " + replaced.label()), same);
        }
        if (!override.name().isEmpty()) {
            throw new RefusedException(
                    "'" + override.name() + "' is a name beside the composed annotation @" + Names.of(annotation),
                    SITE,
                    "An annotation means all its uses: leave out the name, or give the class of the dependency.");
        }
        Map<Provider, Provider.OfOverride> carried = new LinkedHashMap<>();
        application.uses().filter(use -> use.use().composed(annotation) != null).forEach(use -> {
            Provider meant = use.node().provider();
            carried.putIfAbsent(
                    meant, override(meant, Set.of(meant), override, "replacement of @" + Names.of(annotation)));
        });
        if (carried.isEmpty()) {
            throw new RefusedException(
                    "No endpoint uses @" + Names.of(annotation),
                    SITE,
                    "Nearest: " + nearest(Names.of(annotation), composed()) + ".");
        }
        return overrides.and(annotation, carried);
    }

    private Provider target(DependencyOverride override) {
        Use target = override.target();
        Provider found = find(target);
        if (!unused && !uses(standingFor(found))) {
            throw unused(target, found);
        }
        requireType(override, found);
        return found;
    }

    private boolean uses(Set<Provider> providers) {
        return used.stream().anyMatch(node -> providers.contains(node.provider()));
    }

    // A part of an application may not know that two uses mean the same, because what they mean is not there.
    private Set<Provider> standingFor(Provider found) {
        Set<Provider> same = new LinkedHashSet<>(Set.of(found));
        used.stream()
                .map(DependencyNode::provider)
                .filter(provider -> provider instanceof Provider.OfMissing
                        && inTheWhole(provider).equals(found))
                .forEach(same::add);
        return same;
    }

    /** Returns what something would be if all of the application were there, as far as that is known. */
    private Provider inTheWhole(Provider provider) {
        if (!(provider instanceof Provider.OfMissing missing)) {
            return provider;
        }
        return addressing.leftOut(missing, used.stream().map(DependencyNode::provider));
    }

    private RefusedException unused(Use target, Provider found) {
        String near = "In use, nearest first: " + nearest(Names.of(target.requested()), labels())
                + ". What only another replacement uses can be replaced after it.";
        if (found instanceof Provider.OfBean) {
            return new RefusedException(
                    "'" + found.label() + "' is a Spring bean that no endpoint uses as a dependency, so that replacing"
                            + " it would change nothing",
                    SITE,
                    "Replace the bean with @MockitoBean. " + near);
        }
        boolean handled = application.exceptionHandlerUses().values().stream()
                .anyMatch(use -> use.node().provider().equals(found));
        return new RefusedException(
                "'" + found.label() + "' is a dependency, but no endpoint uses it, so that replacing it would change"
                        + " nothing"
                        + (handled ? " (exception handlers get only what an endpoint has resolved)" : ""),
                SITE,
                near
                        + " If the application opens it outside requests, write overrides.outsideRequests().replace(...).");
    }

    private Provider find(Use target) {
        Provider found = present(target);
        if (found != null) {
            return withTypeArguments(found);
        }
        List<Provider> standing = standing(target);
        if (standing.size() == 1) {
            return standing.get(0);
        }
        if (standing.size() > 1) {
            throw new RefusedException(
                    "'" + Names.of(target.requested()) + "' means more than one thing: "
                            + standing.stream().map(Provider::label).sorted().collect(Collectors.joining(", ")),
                    SITE,
                    "Give the name or the class of the one that is meant.");
        }
        throw new RefusedException(
                "'" + Names.of(target.requested()) + "'"
                        + (target.name().isEmpty() ? "" : " named '" + target.name() + "'")
                        + " is no dependency of this application",
                SITE,
                "Nearest: " + nearest(Names.of(target.requested()), labels()) + ".");
    }

    /** Returns what a class alone means: the one that is used, with whatever type arguments. */
    private Provider withTypeArguments(Provider found) {
        if (!(found instanceof Provider.OfConstructor raw)) {
            return found;
        }
        List<Provider> same = used.stream()
                .map(DependencyNode::provider)
                .filter(provider -> provider instanceof Provider.OfConstructor other
                        && other.constructor().equals(raw.constructor()))
                .distinct()
                .toList();
        if (same.isEmpty() || same.contains(raw) || !(raw.type() instanceof Class<?>)) {
            return found;
        }
        if (same.size() > 1) {
            throw new RefusedException(
                    "'" + raw.label() + "' means more than one dependency: "
                            + same.stream().map(Provider::label).sorted().collect(Collectors.joining(", ")),
                    SITE,
                    "Say which: overrides.replace(new ParameterizedTypeReference<"
                            + same.get(0).label() + ">() {}).");
        }
        return same.get(0);
    }

    private @Nullable Provider present(Use target) {
        try {
            Provider found = addressing.find(target, null);
            return found instanceof Provider.OfMissing ? null : found;
        } catch (MissingProvider missing) {
            return null;
        }
    }

    // In a part of an application: what a use would mean if all were there.
    private List<Provider> standing(Use target) {
        List<Provider> all = used.stream()
                .map(DependencyNode::provider)
                .filter(provider -> stands(target, provider))
                .map(this::inTheWhole)
                .filter(provider -> stands(target, provider))
                .distinct()
                .toList();
        return Stream.<Predicate<Provider>>of(Addressing::primary, provider -> isExactly(target, provider))
                .map(preferred -> all.stream().filter(preferred).toList())
                .filter(preferred -> preferred.size() == 1)
                .findFirst()
                .orElse(all);
    }

    private static boolean isExactly(Use target, Provider provider) {
        return provider instanceof Provider.OfMissing missing
                && missing.name().equals(target.name())
                && missing.requested().getType().equals(target.requested().getType());
    }

    private static boolean stands(Use target, Provider provider) {
        if (provider instanceof Provider.OfMissing missing) {
            boolean named = target.name().isEmpty()
                    || missing.name().isEmpty()
                    || missing.name().equals(target.name());
            return named && target.requested().isAssignableFrom(missing.requested());
        }
        return provider instanceof Provider.OfMethod method
                && (target.name().isEmpty() || Addressing.names(method).contains(target.name()))
                && (target.requested().toClass().isAssignableFrom(method.beanType())
                        || Addressing.produces(method, target.requested()));
    }

    private static void requireType(DependencyOverride override, Provider found) {
        ResolvableType given = found.valueType();
        ResolvableType said = override.type();
        if (override.substitute() instanceof Substitute.Nothing) {
            return;
        }
        if (given == ResolvableType.NONE) {
            if (!(override.substitute() instanceof Substitute.Declared)) {
                throw new RefusedException(
                        "'" + found.label() + "' is a mere check and has no value",
                        SITE,
                        "Write overrides.skip(" + Names.of(override.target().requested())
                                + ".class), or give a class with another check: overrides.replace(...).by(...).");
            }
        } else if (!related(said, given)) {
            throw new RefusedException(
                    "'" + found.label() + "' gives " + Names.of(given) + " and not " + Names.of(said),
                    SITE,
                    "Say so: overrides.replace(" + Names.of(override.target().requested()) + ".class, "
                            + (override.name().isEmpty() ? "" : "\"" + override.name() + "\", ")
                            + Names.of(given.toClass()) + ".class).");
        }
    }

    private static boolean related(ResolvableType said, ResolvableType given) {
        Class<?> one = ClassUtils.resolvePrimitiveIfNecessary(said.toClass());
        Class<?> other = ClassUtils.resolvePrimitiveIfNecessary(given.toClass());
        return one.isAssignableFrom(other) || other.isAssignableFrom(one);
    }

    private Provider.OfOverride override(
            Provider replaced, Set<Provider> same, DependencyOverride override, String bean) {
        Set<DependencyNode> nodes =
                used.stream().filter(node -> same.contains(node.provider())).collect(Collectors.toSet());
        return new Provider.OfOverride(
                replaced,
                by(replaced, override, bean),
                nodes.stream().anyMatch(DependencyNode::guard)
                        || replaced instanceof Provider.Executing executing && executing.guard(),
                nodes.stream().anyMatch(DependencyNode::consumesScopes));
    }

    private static Provider.Executing by(Provider replaced, DependencyOverride override, String bean) {
        Substitute substitute = override.substitute();
        if (substitute instanceof Substitute.Declared declared) {
            return declared(declared, override, replaced.valueType(), bean);
        }
        if (substitute instanceof Substitute.Supplied supplied) {
            return supplied(
                    bean, replaced.valueType(), () -> checked(supplied.values().get(), replaced));
        }
        Object value = substitute instanceof Substitute.Value given ? given.value() : null;
        return supplied(
                bean, value == null ? ResolvableType.NONE : ResolvableType.forClass(value.getClass()), () -> value);
    }

    private static @Nullable Object checked(@Nullable Object value, Provider replaced) {
        Class<?> type =
                ClassUtils.resolvePrimitiveIfNecessary(replaced.valueType().toClass());
        if (value != null && !type.isInstance(value)) {
            throw new IllegalStateException("The replacement of '" + replaced.label() + "' gave a "
                    + Names.of(value.getClass()) + " instead of a " + Names.of(type));
        }
        return value;
    }

    private static Provider.OfMethod supplied(String bean, ResolvableType type, Supplier<@Nullable Object> values) {
        return new Provider.OfMethod(
                bean,
                Supplier.class,
                Names.of(Supplier.class),
                () -> values,
                false,
                GET,
                bean,
                false,
                List.of(),
                Result.plain(type),
                DependencyScope.REQUEST,
                false,
                false);
    }

    private static Provider.Executing declared(
            Substitute.Declared declared, DependencyOverride override, ResolvableType wanted, String bean) {
        Class<?> type = declared.type();
        List<Provider.OfMethod> methods = new ArrayList<>(Absent.methods(type, bean, declared.instance()));
        if (methods.size() > 1) {
            methods.removeIf(method -> (method.valueType() == ResolvableType.NONE) != (wanted == ResolvableType.NONE)
                    || wanted != ResolvableType.NONE && !related(wanted, method.valueType()));
        }
        if (methods.size() == 1) {
            return methods.get(0);
        }
        if (!Absent.methods(type, bean, declared.instance()).isEmpty()) {
            throw new RefusedException(
                    "'" + Names.of(type) + "' has " + methods.size() + " @Dependency methods that give "
                            + (wanted == ResolvableType.NONE ? "nothing" : Names.of(wanted)),
                    SITE,
                    "Give a class with exactly one.");
        }
        Use direct = UseReader.direct(type, "", wanted, SITE);
        Provider.OfConstructor constructor = Addressing.constructor(direct, type);
        if (constructor == null) {
            throw new RefusedException(
                    "'" + Names.of(type) + "' has neither a @Dependency method nor a constructor that could be called",
                    SITE,
                    "Give a record, or a class with a @Dependency method or constructor.");
        }
        Addressing.refuseUnmakeable(direct, type);
        return constructor;
    }

    private Stream<String> labels() {
        return used.stream()
                .map(DependencyNode::provider)
                .filter(provider -> !(provider instanceof Provider.OfOverride))
                .map(provider -> provider.valueType() == ResolvableType.NONE
                                || provider instanceof Provider.OfBean
                                || provider instanceof Provider.OfConstructor
                        ? provider.label()
                        : Names.of(provider.valueType()) + " (" + provider.label() + ")");
    }

    private Stream<String> composed() {
        return application
                .uses()
                .flatMap(use -> use.use().composed().stream())
                .map(annotation -> "@" + Names.of(annotation.annotationType()));
    }

    private static String nearest(String name, Stream<String> known) {
        String nearest = NearestName.byDistance(name, known).limit(3).collect(Collectors.joining(", "));
        return nearest.isEmpty() ? "there is none" : nearest;
    }
}
