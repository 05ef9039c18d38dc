package io.github.depends.graph;

import io.github.depends.Dependency;
import io.github.depends.security.SecurityScheme;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Settles which dependency a use means; nothing is guessed, and nothing is left to the request. */
final class Addressing {

    private final Catalog catalog;
    private final boolean part;
    private final AddressingFaults faults;
    private final List<Provider.OfMethod> leftOut;
    private final ByType<Provider.OfMethod> byBean = new ByType<>();
    private final ByType<Provider.OfMethod> byResult = new ByType<>();
    private final List<Provider.OfMethod> withRefusedResult;
    private final Map<Class<?>, Set<Method>> declared = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Provider>> ofClass = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<String, List<Provider>>> ofClassByName = new ConcurrentHashMap<>();
    private final Map<ResolvableType, List<Provider>> candidates = new ConcurrentHashMap<>();

    /** Addresses all that a catalog has. */
    Addressing(Catalog catalog) {
        this(catalog, false, List.of());
    }

    private Addressing(Catalog catalog, boolean part, List<Provider.OfMethod> leftOut) {
        this.catalog = catalog;
        this.part = part;
        this.faults = new AddressingFaults(catalog, part);
        this.leftOut = leftOut;
        this.withRefusedResult = catalog.methods().stream()
                .filter(method -> method.result().refused())
                .toList();
        for (Provider.OfMethod method : catalog.methods()) {
            byBean.add(method.beanType(), method);
            if (method.valueType() != ResolvableType.NONE) {
                byResult.add(method.valueType().toClass(), method);
            }
        }
    }

    /** Addresses all that a part of an application has, and what it lacks. */
    static Addressing ofPart(Catalog catalog, List<Class<?>> leftOut) {
        return new Addressing(
                catalog,
                true,
                leftOut.stream().flatMap(type -> Absent.methods(type).stream()).toList());
    }

    /** Returns what a use means; {@code asking} is the method that has the use on a parameter, if one has. */
    Provider find(Use use, @Nullable Provider asking) {
        try {
            return present(use, asking);
        } catch (MissingProvider missing) {
            if (part) {
                return missing.provider(use);
            }
            throw missing;
        }
    }

    private Provider present(Use use, @Nullable Provider asking) {
        Class<?> type = use.requestedClass();
        if (type == null) {
            throw new RefusedException(
                    "The use on " + use.site() + " does not say what it depends on",
                    use.site(),
                    "Give the class: @Depends(SomeClass.class).");
        }
        if (!declared(type).isEmpty()) {
            return ofDeclaringClass(use, type);
        }
        if (SecurityScheme.class.isAssignableFrom(type)) {
            return ofScheme(use, type);
        }
        Provider refused = refused(use, asking);
        if (refused != null) {
            return refused;
        }
        List<Provider> candidates = ofType(use, asking);
        if (candidates.isEmpty() && use.name().isEmpty()) {
            Provider.OfConstructor constructor = constructor(use, type);
            if (constructor != null && !(part && madeElsewhere(use, constructor))) {
                faults.refuseForgotten(
                        use,
                        Unmakeable.of(type) == null ? "would be made by its constructor alone" : "is no dependency");
                refuseUnmakeable(use, type);
                return constructor;
            }
        }
        if (use.name().isEmpty() && ClassUtils.isSimpleValueType(type)) {
            throw faults.withoutName(use, candidates);
        }
        if (candidates.isEmpty()) {
            candidates = List.copyOf(catalog.beansOfFactories(use.requested()));
        }
        if (candidates.isEmpty() && givesItself(use, asking)) {
            throw faults.ofItself(use);
        }
        return only(use, named(use, candidates), candidates);
    }

    // Otherwise something else would give the type, and the method that was written for it would not run.
    private @Nullable Provider refused(Use use, @Nullable Provider asking) {
        return withRefusedResult.stream()
                .filter(method -> !method.equals(asking) && method.result().refusedFor(use.requested()))
                .filter(method -> use.name().isEmpty() || names(method).contains(use.name()))
                .findFirst()
                .orElse(null);
    }

    // In a part of an application the method that makes a record may be missing: then its parameters say nothing, and
    // what they read from the request nobody has checked.
    private boolean madeElsewhere(Use use, Provider.OfConstructor constructor) {
        return leftOut.stream().anyMatch(method -> isMeantToGive(method, use.requested()))
                || constructor.parameters().stream()
                        .anyMatch(parameter -> !UseReader.ours(parameter) && catalog.refusal(parameter) != null);
    }

    /**
     * Returns what a part of an application has left out, so that something is missing; what is missing if that is not
     * known.
     *
     * @param missing what is missing
     * @param used what the part uses
     */
    Provider leftOut(Provider.OfMissing missing, Stream<Provider> used) {
        List<Provider> giving = Stream.concat(leftOut.stream(), used)
                .filter(provider -> provider instanceof Provider.OfMethod method
                        && produces(method, missing.requested())
                        && (missing.name().isEmpty() || names(method).contains(missing.name())))
                .distinct()
                .toList();
        List<Provider> primary = giving.stream().filter(Addressing::primary).toList();
        List<Provider> meant = primary.size() == 1 ? primary : giving;
        return meant.size() == 1 ? meant.get(0) : missing;
    }

    /** Returns what may have been meant by a use that finds nothing; an advice without an end, empty if nothing may. */
    String nearMiss(Use use) {
        return faults.nearMiss(use);
    }

    /** Returns the dependency methods that a class declares or inherits. */
    private Set<Method> declared(Class<?> type) {
        return declared.computeIfAbsent(type, this::read);
    }

    private Set<Method> read(Class<?> type) {
        if (LibraryClasses.contains(type)) {
            return Set.of();
        }
        Set<Method> known = new HashSet<>();
        for (Provider.OfMethod method : byBean.of(type)) {
            if (method.beanType() == type) {
                known.add(method.method());
            }
        }
        return known.isEmpty()
                ? MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable Dependency>)
                                method -> AnnotatedElementUtils.findMergedAnnotation(method, Dependency.class))
                        .keySet()
                : known;
    }

    private Provider ofDeclaringClass(Use use, Class<?> type) {
        List<Provider> candidates = ofClass.computeIfAbsent(type, this::ofDeclaringClass);
        if (candidates.isEmpty()) {
            AddressingFaults.refuseUnprovided(use, type);
            throw new MissingProvider(
                    AddressingFaults.quoted(use) + " declares @Dependency methods but is no bean",
                    use.site(),
                    AddressingFaults.makeBean(type) + ".");
        }
        List<Provider> named = use.name().isEmpty()
                ? candidates
                : ofClassByName.computeIfAbsent(type, any -> byName(candidates)).getOrDefault(use.name(), List.of());
        return only(use, named, candidates);
    }

    private List<Provider> ofDeclaringClass(Class<?> type) {
        Set<Method> methods = declared(type);
        List<Provider> candidates = List.copyOf(byBean.of(type).stream()
                .filter(candidate -> methods.contains(candidate.method())
                        || methods.stream().anyMatch(method -> implementsMethod(candidate, method)))
                .toList());
        return candidates.isEmpty() && part ? List.copyOf(Absent.methods(type)) : candidates;
    }

    private static Map<String, List<Provider>> byName(List<Provider> candidates) {
        Map<String, List<Provider>> named = new HashMap<>();
        candidates.forEach(candidate -> Set.copyOf(names(candidate))
                .forEach(name ->
                        named.computeIfAbsent(name, any -> new ArrayList<>()).add(candidate)));
        return named;
    }

    private static boolean implementsMethod(Provider.OfMethod candidate, Method method) {
        return BridgeMethodResolver.findBridgedMethod(ClassUtils.getMostSpecificMethod(method, candidate.beanType()))
                .equals(candidate.method());
    }

    private Provider ofScheme(Use use, Class<?> type) {
        List<Provider> candidates = new ArrayList<>(catalog.schemes(type));
        if (candidates.isEmpty()) {
            throw new MissingProvider(
                    AddressingFaults.quoted(use) + " is a security scheme, but there is no bean of it",
                    use.site(),
                    "Declare one: @Bean " + Names.of(type) + " " + ClassUtils.getShortNameAsProperty(type)
                            + "() { ... }.");
        }
        return only(use, named(use, candidates), candidates);
    }

    private List<Provider> ofType(Use use, @Nullable Provider asking) {
        List<Provider> all = candidates.computeIfAbsent(use.requested(), this::candidates);
        return asking == null || !all.contains(asking)
                ? all
                : all.stream().filter(candidate -> !candidate.equals(asking)).toList();
    }

    private List<Provider> candidates(ResolvableType requested) {
        List<Provider> all = new ArrayList<>(methodsThatGive(requested));
        all.addAll(catalog.beans(requested));
        return all;
    }

    /** Returns the dependency methods that give a type, subtypes included. */
    List<Provider.OfMethod> methodsThatGive(ResolvableType requested) {
        return (requested.isArray() ? catalog.methods() : byResult.of(requested.toClass()))
                .stream().filter(method -> produces(method, requested)).toList();
    }

    static boolean produces(Provider.OfMethod method, ResolvableType requested) {
        return gives(method.valueType(), requested);
    }

    /** Whether a value of a type is one of another. */
    static boolean gives(ResolvableType value, ResolvableType requested) {
        if (value == ResolvableType.NONE) {
            return false;
        }
        ResolvableType boxed = ResolvableType.forClass(ClassUtils.resolvePrimitiveIfNecessary(requested.toClass()));
        return requested.toClass().isPrimitive()
                ? ClassUtils.resolvePrimitiveIfNecessary(value.toClass()) == boxed.toClass()
                : requested.isAssignableFrom(value) || boxedMatch(requested, value);
    }

    static boolean isMeantToGive(Provider.OfMethod method, ResolvableType requested) {
        return produces(method, requested) || method.result().refusedFor(requested);
    }

    private static boolean boxedMatch(ResolvableType requested, ResolvableType value) {
        return value.toClass().isPrimitive()
                && requested.toClass().isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(value.toClass()));
    }

    private static List<Provider> named(Use use, List<Provider> candidates) {
        return use.name().isEmpty()
                ? candidates
                : candidates.stream().filter(nameIs(use.name())).toList();
    }

    static Predicate<Provider> nameIs(String name) {
        return candidate -> names(candidate).contains(name);
    }

    static List<String> names(Provider candidate) {
        if (candidate instanceof Provider.OfMethod method) {
            return List.of(method.name(), method.bean(), method.bean() + "." + method.name());
        }
        return candidate instanceof Provider.OfBean bean
                ? List.of(bean.bean())
                : candidate instanceof Provider.OfScheme scheme ? List.of(scheme.bean()) : List.of();
    }

    private Provider only(Use use, List<Provider> matching, List<Provider> candidates) {
        if (matching.size() == 1) {
            return matching.get(0);
        }
        List<Provider> byOwnName = matching.stream()
                .filter(candidate -> ownName(candidate).equals(use.name()))
                .toList();
        if (byOwnName.size() == 1) {
            return byOwnName.get(0);
        }
        List<Provider> first = firstOf(matching);
        List<Provider> primary = first.stream().filter(Addressing::primary).toList();
        if (first.size() == 1 || primary.size() == 1) {
            return (primary.size() == 1 ? primary : first).get(0);
        }
        throw matching.isEmpty() ? faults.missing(use, candidates) : faults.ambiguous(use, first, candidates);
    }

    // What stands back counts only where all do: its @Primary was written for the type that it is declared with.
    private static List<Provider> firstOf(List<Provider> matching) {
        List<Provider> first = matching.stream()
                .filter(candidate -> !(candidate instanceof Provider.OfBean bean && bean.standsBack()))
                .toList();
        return first.isEmpty() ? matching : first;
    }

    static String ownName(Provider candidate) {
        return names(candidate).get(0);
    }

    static boolean primary(Provider candidate) {
        return candidate instanceof Provider.OfMethod method && method.primary()
                || candidate instanceof Provider.OfBean bean && bean.primary();
    }

    private boolean givesItself(Use use, @Nullable Provider asking) {
        return asking != null
                && candidates.getOrDefault(use.requested(), List.of()).contains(asking);
    }

    /** Refuses to make an object of a class of which none can be made. */
    static void refuseUnmakeable(Use use, Class<?> type) {
        Unmakeable unmakeable = Unmakeable.of(type);
        if (unmakeable != null) {
            throw new MissingProvider(
                    AddressingFaults.quoted(use) + " " + unmakeable.reason(), use.site(), unmakeable.action() + ".");
        }
    }

    static Provider.@Nullable OfConstructor constructor(Use use, Class<?> type) {
        if (LibraryClasses.contains(type)
                || LibraryClasses.isOurs(type)
                || type.isInterface()
                || type.isPrimitive()
                || type.isArray()) {
            return null;
        }
        Language language = Languages.of(type);
        List<Constructor<?>> annotated = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Dependency.class))
                .filter(constructor -> !language.added(constructor))
                .toList();
        if (annotated.size() > 1) {
            throw new RefusedException(
                    AddressingFaults.quoted(use) + " has " + annotated.size()
                            + " constructors annotated with @Dependency",
                    use.site(),
                    "Annotate one constructor of " + Names.of(type) + ".");
        }
        Constructor<?> constructor = annotated.isEmpty() ? language.canonical(type) : annotated.get(0);
        if (constructor == null || constructor.getParameterCount() == 0 && use.value() == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(constructor);
        return Declarations.of(
                constructor, TypeVariables.madeFor(type, use.requested().getType()));
    }
}
