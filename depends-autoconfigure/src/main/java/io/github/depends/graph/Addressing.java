package io.github.depends.graph;

import io.github.depends.Dependency;
import io.github.depends.security.SecurityScheme;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Settles which dependency a use means; nothing is guessed, and nothing is left to the request. */
final class Addressing {

    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jakarta.", "kotlin.", "org.springframework.");

    private final Catalog catalog;
    private final boolean part;

    /** Addresses all that a catalog has; in a part of an application also what it lacks. */
    Addressing(Catalog catalog, boolean part) {
        this.catalog = catalog;
        this.part = part;
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
        Class<?> type = use.requested().resolve();
        if (use.requested() == ResolvableType.NONE || type == null) {
            throw new RefusedException(
                    "The use on " + use.site() + " does not say what it depends on",
                    use.site(),
                    "Give the class: @Depends(SomeClass.class).");
        }
        if (declaresDependencies(type)) {
            return ofDeclaringClass(use, type);
        }
        if (SecurityScheme.class.isAssignableFrom(type)) {
            return ofScheme(use, type);
        }
        List<Provider> candidates = ofType(use, asking);
        if (candidates.isEmpty() && use.name().isEmpty()) {
            Provider constructor = constructor(use, type);
            if (constructor != null) {
                return constructor;
            }
        }
        requireName(use, type);
        return only(use, named(use, candidates), candidates);
    }

    static boolean declaresDependencies(Class<?> type) {
        return !platform(type)
                && !MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable Dependency>)
                                method -> AnnotatedElementUtils.findMergedAnnotation(method, Dependency.class))
                        .isEmpty();
    }

    private Provider ofDeclaringClass(Use use, Class<?> type) {
        List<Provider> candidates = new ArrayList<>(catalog.methods().stream()
                .filter(method -> type.isAssignableFrom(method.beanType()))
                .toList());
        if (candidates.isEmpty() && part) {
            candidates.addAll(Absent.methods(type));
        }
        if (candidates.isEmpty()) {
            throw new MissingProvider(
                    quoted(use) + " declares @Dependency methods but is no bean",
                    use.site(),
                    "Annotate " + Names.of(type) + " with @Component.");
        }
        return only(use, named(use, candidates), candidates);
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
        List<Provider> candidates = new ArrayList<>();
        for (Provider.OfMethod method : catalog.methods()) {
            if (!method.equals(asking) && produces(method, use.requested())) {
                candidates.add(method);
            }
        }
        candidates.addAll(catalog.beans(use.requested()));
        return candidates;
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
        List<Provider> primary = matching.stream().filter(Addressing::primary).toList();
        if (primary.size() == 1) {
            return primary.get(0);
        }
        throw matching.isEmpty() ? missing(use, candidates) : ambiguous(use, matching);
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
                    "Correct the name" + nearest(use.name(), candidates.stream().map(Addressing::ownName)) + ".");
        }
        String type = Names.of(use.requested());
        return new MissingProvider(
                quoted(use) + " is no dependency: no @Dependency method returns it and no bean has this type",
                use.site(),
                "Write a @Dependency method that returns " + type + ", or declare a bean of it"
                        + nearest(type, catalog.knownNames().stream()) + ".");
    }

    private static RefusedException ambiguous(Use use, List<Provider> matching) {
        return new RefusedException(
                quoted(use) + " means more than one thing: " + list(matching),
                use.site(),
                "Say which: name = \"" + distinctName(matching) + "\", or mark one of them @Primary.");
    }

    private static String distinctName(List<Provider> matching) {
        Provider first = matching.get(0);
        return names(first).stream()
                .filter(name -> matching.stream().filter(nameIs(name)).count() == 1)
                .findFirst()
                .orElse(ownName(first));
    }

    private static String list(List<Provider> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.label() + (candidate instanceof Provider.OfBean ? " (bean)" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String nearest(String name, Stream<String> known) {
        String nearest = NearestName.of(name, known);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    private static String quoted(Use use) {
        String name = use.name().isEmpty() ? "" : " named '" + use.name() + "'";
        String site = use.site().description().isEmpty() ? "" : ", used by " + use.site() + ",";
        return "'" + Names.of(use.requested()) + "'" + name + site;
    }

    static Provider.@Nullable OfConstructor constructor(Use use, Class<?> type) {
        if (platform(type) || library(type) || type.isInterface() || type.isPrimitive() || type.isArray()) {
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

    private static boolean platform(Class<?> type) {
        return PLATFORM.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean library(Class<?> type) {
        return type.getName().startsWith("io.github.depends.")
                && Objects.equals(
                        type.getProtectionDomain().getCodeSource(),
                        Addressing.class.getProtectionDomain().getCodeSource());
    }
}
