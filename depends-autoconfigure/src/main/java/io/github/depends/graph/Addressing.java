package io.github.depends.graph;

import io.github.depends.Dependency;
import io.github.depends.security.SecurityScheme;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final List<Provider.OfMethod> leftOut;
    private final ByType<Provider.OfMethod> byBean = new ByType<>();
    private final ByType<Provider.OfMethod> byResult = new ByType<>();
    private final List<Provider.OfMethod> withRefusedResult;
    private final Map<Class<?>, Set<Method>> declared = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Provider>> ofClass = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<String, List<Provider>>> ofClassByName = new ConcurrentHashMap<>();
    private final Map<Class<?>, List<Provider.OfMethod>> absent = new ConcurrentHashMap<>();
    private final Map<ResolvableType, List<Provider>> candidates = new ConcurrentHashMap<>();

    /** Addresses all that a catalog has. */
    Addressing(Catalog catalog) {
        this(catalog, false, List.of());
    }

    private Addressing(Catalog catalog, boolean part, List<Provider.OfMethod> leftOut) {
        this.catalog = catalog;
        this.part = part;
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
                refuseForgotten(use, "would be made by its constructor alone");
                return constructor;
            }
        }
        requireName(use, type);
        if (candidates.isEmpty()) {
            candidates = List.copyOf(catalog.beansOfFactories(use.requested()));
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
            refuseUnprovided(use, type);
            throw new MissingProvider(
                    quoted(use) + " declares @Dependency methods but is no bean",
                    use.site(),
                    type.isInterface() || Modifier.isAbstract(type.getModifiers())
                            ? "Make a bean of a class that implements " + Names.of(type) + "."
                            : "Annotate " + Names.of(type) + " with @Component.");
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
                    quoted(use) + " is a security scheme, but there is no bean of it",
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
        ResolvableType value = method.valueType();
        if (value == ResolvableType.NONE) {
            return false;
        }
        ResolvableType boxed = ResolvableType.forClass(ClassUtils.resolvePrimitiveIfNecessary(requested.toClass()));
        return requested.toClass().isPrimitive()
                ? ClassUtils.resolvePrimitiveIfNecessary(value.toClass()) == boxed.toClass()
                : requested.isAssignableFrom(value) || boxedMatch(requested, value);
    }

    private static boolean isMeantToGive(Provider.OfMethod method, ResolvableType requested) {
        return produces(method, requested) || method.result().refusedFor(requested);
    }

    private static boolean boxedMatch(ResolvableType requested, ResolvableType value) {
        return value.toClass().isPrimitive()
                && requested.toClass().isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(value.toClass()));
    }

    private static void requireName(Use use, Class<?> type) {
        if (use.name().isEmpty() && ClassUtils.isSimpleValueType(type)) {
            throw new RefusedException(
                    quoted(use) + " is a plain value type, which alone means nothing",
                    use.site(),
                    "Give the name of the dependency: @Depends(name = \"...\"), or the class that declares it.");
        }
    }

    private static List<Provider> named(Use use, List<Provider> candidates) {
        return use.name().isEmpty()
                ? candidates
                : candidates.stream().filter(nameIs(use.name())).toList();
    }

    private static Predicate<Provider> nameIs(String name) {
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
        throw matching.isEmpty() ? missing(use, candidates) : ambiguous(use, first);
    }

    // What stands back counts only where all do: its @Primary was written for the type that it is declared with.
    private static List<Provider> firstOf(List<Provider> matching) {
        List<Provider> first = matching.stream()
                .filter(candidate -> !(candidate instanceof Provider.OfBean bean && bean.standsBack()))
                .toList();
        return first.isEmpty() ? matching : first;
    }

    private static String ownName(Provider candidate) {
        return names(candidate).get(0);
    }

    private static boolean primary(Provider candidate) {
        return candidate instanceof Provider.OfMethod method && method.primary()
                || candidate instanceof Provider.OfBean bean && bean.primary();
    }

    private RefusedException missing(Use use, List<Provider> candidates) {
        if (!candidates.isEmpty()) {
            return new RefusedException(
                    quoted(use) + " is not among the dependencies of that type: " + list(candidates),
                    use.site(),
                    "Correct the name."
                            + nearest(use.name(), candidates.stream().map(Addressing::ownName)));
        }
        refuseForgotten(use, "is no dependency");
        String type = Names.of(use.requested());
        refuseUnprovided(use, use.requested().toClass());
        return new MissingProvider(
                quoted(use) + " is no dependency: no @Dependency method returns it and no bean has this type",
                use.site(),
                "Write a @Dependency method that returns " + type + ", " + (constructible(use) ? "" : "or ")
                        + "declare a bean of this type" + (constructible(use) ? constructors(use) : "") + "."
                        + (catalog.knownNames().contains(type)
                                ? " Another class has the same name: check the import."
                                : nearest(type, catalog.knownNames().stream())));
    }

    // A part of an application leaves out components on purpose.
    private void refuseForgotten(Use use, String consequence) {
        List<Provider.OfMethod> methods = part ? List.of() : forgotten(use.requested());
        if (methods.isEmpty()) {
            return;
        }
        Provider.OfMethod method = methods.stream()
                .filter(each -> !Modifier.isAbstract(each.beanType().getModifiers()))
                .findFirst()
                .orElse(methods.get(0));
        String owner = Names.of(method.beanType());
        throw new RefusedException(
                quoted(use) + " " + consequence + ", because " + owner + " is no bean, whose method '" + method.name()
                        + "' gives " + Names.of(method.valueType()) + ": that method would NOT run",
                use.site(),
                (Modifier.isAbstract(method.beanType().getModifiers())
                                ? "Make a bean of a class that "
                                        + (method.beanType().isInterface() ? "implements " : "extends ") + owner
                                : "Annotate " + owner + " with @Component")
                        + ", or correct the condition or profile that leaves it out; if it is not meant, remove"
                        + " @Dependency from its method.");
    }

    private List<Provider.OfMethod> forgotten(ResolvableType requested) {
        return catalog.forgotten(requested.toClass()).stream()
                .flatMap(type -> absent.computeIfAbsent(type, Absent::methods).stream())
                .filter(method -> isMeantToGive(method, requested))
                .toList();
    }

    private static void refuseUnprovided(Use use, Class<?> type) {
        ProvidedWith provided = type.getAnnotation(ProvidedWith.class);
        if (provided != null) {
            throw new MissingProvider(
                    quoted(use) + " comes with this library, but this application lacks what it works on",
                    use.site(),
                    provided.value() + ".");
        }
    }

    private static boolean constructible(Use use) {
        Class<?> type = use.requested().toClass();
        return !LibraryClasses.contains(type)
                && !LibraryClasses.isOurs(type)
                && !type.isPrimitive()
                && !type.isArray()
                && !Modifier.isAbstract(type.getModifiers());
    }

    private static String constructors(Use use) {
        Class<?> type = use.requested().toClass();
        boolean ready = type.isRecord()
                || Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.isAnnotationPresent(Dependency.class));
        return ready
                ? ", or name the class if its constructor is meant: @Depends(" + Names.of(type) + ".class)"
                : ", or annotate a constructor of the class with @Dependency";
    }

    private static RefusedException ambiguous(Use use, List<Provider> matching) {
        long primary = matching.stream().filter(Addressing::primary).count();
        boolean oneMethod = matching.stream().map(Provider::site).distinct().count() == 1;
        return new RefusedException(
                quoted(use) + " means more than one thing: " + list(matching)
                        + (primary > 1 ? ", of which " + primary + " are @Primary" : ""),
                use.site(),
                "Say which: name = \"" + distinctName(matching) + "\""
                        + (oneMethod || use.site().element() == null
                                ? "."
                                : primary > 1
                                        ? ", or leave @Primary on one of them."
                                        : ", or mark one of them @Primary."));
    }

    private static String distinctName(List<Provider> matching) {
        Provider first = matching.get(0);
        return names(first).stream()
                .filter(name -> matching.stream().filter(nameIs(name)).count() == 1)
                .findFirst()
                .orElse(ownName(first));
    }

    private static String list(List<Provider> candidates) {
        Map<String, Long> labels =
                candidates.stream().collect(Collectors.groupingBy(Provider::label, Collectors.counting()));
        return candidates.stream()
                .map(candidate ->
                        labels.getOrDefault(candidate.label(), 0L) > 1 && candidate instanceof Provider.OfMethod method
                                ? method.bean() + "." + method.name()
                                : candidate.label() + (candidate instanceof Provider.OfBean ? " (bean)" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String nearest(String name, Stream<String> known) {
        String nearest = NearestName.of(name, known);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }

    private static String quoted(Use use) {
        String name = use.name().isEmpty() ? "" : " named '" + use.name() + "'";
        String site = use.site().description().isEmpty() ? "" : ", used by " + use.site() + ",";
        return "'" + Names.of(use.requested()) + "'" + name + site;
    }

    static Provider.@Nullable OfConstructor constructor(Use use, Class<?> type) {
        if (LibraryClasses.contains(type)
                || LibraryClasses.isOurs(type)
                || type.isInterface()
                || type.isPrimitive()
                || type.isArray()) {
            return null;
        }
        List<Constructor<?>> annotated = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(Dependency.class))
                .toList();
        if (annotated.size() > 1) {
            throw new RefusedException(
                    quoted(use) + " has " + annotated.size() + " constructors annotated with @Dependency",
                    use.site(),
                    "Annotate one constructor of " + Names.of(type) + ".");
        }
        Constructor<?> constructor = annotated.isEmpty() ? canonical(type) : annotated.get(0);
        if (constructor == null || constructor.getParameterCount() == 0 && use.value() == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(constructor);
        return Declarations.of(constructor);
    }

    private static @Nullable Constructor<?> canonical(Class<?> type) {
        if (!type.isRecord()) {
            return null;
        }
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), components))
                .findFirst()
                .orElse(null);
    }
}
