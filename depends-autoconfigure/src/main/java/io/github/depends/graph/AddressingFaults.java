package io.github.depends.graph;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.security.SecurityScopes;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;

/** Says why a use means no dependency, or several, and what to write instead. */
final class AddressingFaults {

    private static final String COMPONENT = "org.springframework.stereotype.Component";

    private final Catalog catalog;
    private final boolean part;
    private final Map<Class<?>, List<Provider.OfMethod>> absent = new ConcurrentHashMap<>();

    /**
     * Knows where to look for what may have been meant.
     *
     * @param catalog what detection found
     * @param part whether that is a part of an application, which leaves out components on purpose
     */
    AddressingFaults(Catalog catalog, boolean part) {
        this.catalog = catalog;
        this.part = part;
    }

    /** Returns what to say of a plain value type without a name. */
    RefusedException withoutName(Use use, List<Provider> candidates) {
        if (candidates.isEmpty()) {
            refuseForgotten(use, "is a plain value type without a name, and is no dependency");
        }
        refuseWrong(candidates);
        String type = Names.of(use.requested());
        String name = distinctName(candidates, candidates);
        String nearMiss = candidates.isEmpty() ? nearMiss(use) : "";
        return new RefusedException(
                quoted(use) + " is a plain value type, which alone means nothing"
                        + (candidates.isEmpty() ? ", and no @Dependency method returns it" : ""),
                use.site(),
                candidates.isEmpty()
                        ? (nearMiss.isEmpty() ? "Write" : nearMiss + "; otherwise write") + " a @Dependency method that"
                                + " returns " + type + ", and give its name: " + withName(use, "...") + "."
                        : (name == null
                                        ? rename(candidates)
                                        : "Give the name of the dependency: " + withName(use, name))
                                + ". It is given by: " + list(candidates) + ".");
    }

    private static String withName(Use use, String name) {
        String attribute = "name = \"" + name + "\"";
        return use.site().element() == null ? attribute : "@Depends(" + attribute + ")";
    }

    /** Returns what to say of a dependency that asks for what only itself gives. */
    RefusedException ofItself(Use use) {
        return new RefusedException(
                quoted(use) + " is given by that method alone, which is no candidate for its own parameters",
                use.site(),
                "Write another @Dependency method that returns " + Names.of(use.requested())
                        + ", or let this one take something else.");
    }

    /** Returns what to say where no candidate has the name that was given, or there is no candidate at all. */
    RefusedException missing(Use use, List<Provider> candidates) {
        refuseForgotten(use, candidates.isEmpty() ? "is no dependency" : "finds no dependency of that name");
        String nearMiss = nearMiss(use);
        if (!candidates.isEmpty()) {
            return new RefusedException(
                    quoted(use) + " is not among the dependencies of that type: " + list(candidates),
                    use.site(),
                    (nearMiss.isEmpty() ? "Correct" : nearMiss + "; otherwise correct") + " the name."
                            + nearest(use.name(), candidates.stream().map(Addressing::ownName)));
        }
        refuseUnprovided(use, use.requested().toClass());
        refuseWrapper(use);
        return new MissingProvider(
                quoted(use) + " is no dependency: " + lack(use),
                use.site(),
                nearMiss.isEmpty()
                        ? write(use, "Write") + "." + nearest(Names.of(use.requested()), catalog.knownNames().stream())
                        : nearMiss + "; otherwise " + write(use, "write") + ".");
    }

    private static String lack(Use use) {
        if (!use.routeLevel()) {
            return "no @Dependency method returns it and no bean has this type";
        }
        return declarable(use.requested().toClass())
                ? "it declares no @Dependency method and is no bean"
                : "no @Dependency method returns it";
    }

    // What wraps a result is taken off before anybody gets the value, so that no method would ever give this.
    private static void refuseWrapper(Use use) {
        if (use.requested().resolve() == Void.class) {
            throw new MissingProvider(
                    quoted(use) + " is no dependency: it does not say which check is to run",
                    use.site(),
                    (takesChecks(use.site())
                                    ? "Give the class of the check: "
                                    : "Put the use on the method instead, with the class of the check: ")
                            + "@Depends(SomeClass.class).");
        }
        Result result = Result.of(use.requested());
        boolean optional = use.requested().resolve() == Optional.class;
        if (!result.refused() && result.value() != ResolvableType.NONE && (result.wrapped() || optional)) {
            throw new MissingProvider(
                    quoted(use) + " is no dependency: a use gets the value, and not the "
                            + Names.of(use.requested().toClass()) + " that it comes in",
                    use.site(),
                    "Ask for " + Names.of(optional ? use.requested() : result.value()) + ".");
        }
    }

    // A controller method says it without a parameter.
    private static boolean takesChecks(Site site) {
        return !(site.element() instanceof Method method)
                || AnnotatedElementUtils.hasAnnotation(method, Dependency.class);
    }

    private static String write(Use use, String verb) {
        String type = Names.of(use.requested());
        if (use.routeLevel() && declarable(use.requested().toClass())) {
            return (Character.isUpperCase(verb.charAt(0)) ? "Annotate " : "annotate ") + type
                    + " with @Component, and its method that is to run with @Dependency";
        }
        if (use.routeLevel()) {
            return verb + " a @Dependency method that returns " + type;
        }
        return verb + " a @Dependency method that returns " + type + ", " + (constructible(use) ? "" : "or ")
                + "declare a bean of this type" + (constructible(use) ? constructors(use) : "");
    }

    private static boolean declarable(Class<?> type) {
        return !LibraryClasses.contains(type)
                && !type.isInterface()
                && !type.isRecord()
                && !type.isEnum()
                && !type.isArray()
                && !Modifier.isAbstract(type.getModifiers());
    }

    /** Returns what to write instead of a use without a parameter that means a bean, which has nothing to run. */
    static String nothingToRun(Use use) {
        Class<?> type = use.requested().toClass();
        return LibraryClasses.contains(type)
                ? "Name a class with @Dependency methods or a security scheme."
                : "Annotate the method of " + Names.of(type)
                        + " that is to run with @Dependency, or name a class with @Dependency methods or a security scheme.";
    }

    /**
     * Returns what may have been meant by a use that finds nothing, as advice that says so and has no end; empty if nothing
     * may.
     */
    String nearMiss(Use use) {
        ResolvableType requested = use.requested();
        return Stream.of(
                        filledBySpring(use),
                        undeclared(use),
                        new OtherArguments(catalog).advice(use),
                        namesakes(requested))
                .filter(clauses -> !clauses.isEmpty())
                .findFirst()
                .map(clauses -> clauses.stream().limit(3).collect(Collectors.joining(", or ")))
                .map(clause -> Character.toUpperCase(clause.charAt(0)) + clause.substring(1)
                        + (clause.contains(", ") ? "," : "") + " if that is meant")
                .orElse("");
    }

    private List<String> filledBySpring(Use use) {
        Class<?> type = use.type().toClass();
        boolean ours = type == BackgroundTasks.class || type == SecurityScopes.class;
        if (!ours && !(use.value() == null && use.composed().isEmpty() && isFilledBySpring(use.site()))) {
            return List.of();
        }
        return List.of("remove @Depends, because " + (ours ? "this library" : "Spring MVC")
                + " fills a parameter of type " + Names.of(type) + " without it");
    }

    private boolean isFilledBySpring(Site site) {
        return site.element() instanceof Executable executable
                && site.index() >= 0
                && catalog.refusal(MethodParameter.forExecutable(executable, site.index())) == null;
    }

    private List<String> undeclared(Use use) {
        boolean plain = ClassUtils.isSimpleValueType(use.requested().toClass());
        if (use.routeLevel() || plain && use.name().isEmpty()) {
            return List.of();
        }
        return catalog
                .undeclared(declared -> {
                    Result result = Result.of(declared);
                    return !result.refused() && Addressing.gives(result.value(), use.requested());
                })
                .stream()
                .filter(method -> use.name().isEmpty() || method.getName().equals(use.name()))
                .map(method -> "annotate " + Names.of(method) + " with @Dependency")
                .toList();
    }

    private List<String> namesakes(ResolvableType requested) {
        Class<?> asked = requested.toClass();
        Stream<Class<?>> given = catalog.methods().stream()
                .filter(method -> method.valueType() != ResolvableType.NONE)
                .map(method -> method.valueType().toClass());
        return Stream.concat(given, catalog.ownClasses().stream())
                .filter(known -> known != asked && Names.of(known).equals(Names.of(asked)))
                .map(known -> "import " + known.getCanonicalName() + ", which has the same name")
                .distinct()
                .toList();
    }

    /** Refuses a use that a class which is no bean would have served. */
    void refuseForgotten(Use use, String consequence) {
        List<Provider.OfMethod> methods = part ? List.of() : forgotten(use);
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
                makeBean(method.beanType())
                        + (isComponent(method.beanType())
                                ? ""
                                : ", or correct the condition or profile that leaves it out")
                        + "; if it is not meant, remove @Dependency from its method.");
    }

    private static boolean isComponent(Class<?> type) {
        return MergedAnnotations.from(type).isPresent(COMPONENT);
    }

    /** Returns what to write so that a class with dependency methods is a bean; an advice without an end. */
    static String makeBean(Class<?> type) {
        if (isComponent(type)) {
            return "Correct the condition or profile that leaves " + Names.of(type)
                    + " out, or let the scan for components find it";
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return "Make a bean of a class that " + (type.isInterface() ? "implements " : "extends ") + Names.of(type);
        }
        if (type.isEnum()) {
            return "Declare one of the constants of " + Names.of(type) + " as a bean";
        }
        return Unmakeable.inner(type)
                ? Unmakeable.declareStatic(type) + ", and annotate it with @Component"
                : Languages.of(type).asBean(type);
    }

    private List<Provider.OfMethod> forgotten(Use use) {
        return catalog.forgotten(use.requested().toClass()).stream()
                .flatMap(type -> absent.computeIfAbsent(type, Absent::methods).stream())
                .filter(method -> Addressing.isMeantToGive(method, use.requested()))
                .filter(method -> use.name().isEmpty() || method.name().equals(use.name()))
                .toList();
    }

    static void refuseUnprovided(Use use, Class<?> type) {
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
                && Unmakeable.of(type) == null;
    }

    private static String constructors(Use use) {
        Class<?> type = use.requested().toClass();
        boolean ready = Languages.of(type).canonical(type) != null
                || Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.isAnnotationPresent(Dependency.class));
        return ready
                ? ", or name the class if its constructor is meant: @Depends(" + Names.of(type) + ".class)"
                : ", or annotate a constructor of the class with @Dependency";
    }

    /** Returns what to say where several candidates are meant. */
    RefusedException ambiguous(Use use, List<Provider> matching, List<Provider> candidates) {
        refuseWrong(matching);
        long primary = matching.stream().filter(Addressing::primary).count();
        boolean schemes = matching.stream().anyMatch(Provider.OfScheme.class::isInstance);
        boolean oneMethod = matching.stream().map(Provider::site).distinct().count() == 1;
        String name = distinctName(fittingFirst(use, matching), candidates);
        return new RefusedException(
                quoted(use) + " means more than one thing: " + list(matching)
                        + (primary > 1 ? ", of which " + primary + " are @Primary" : ""),
                use.site(),
                (name == null ? rename(matching) : "Say which: name = \"" + name + "\"")
                        + (oneMethod || schemes || use.site().element() == null
                                ? "."
                                : primary > 1
                                        ? ", or leave @Primary on one of them."
                                        : ", or mark one of them @Primary."));
    }

    // Of a generic class there may be beans for several types: advice should not name what would be refused.
    private static List<Provider> fittingFirst(Use use, List<Provider> matching) {
        return matching.stream()
                .sorted(Comparator.comparing(
                        candidate -> use.routeLevel() || !GraphBuilder.assignable(use.type(), candidate.valueType())))
                .toList();
    }

    // What is wrong with a candidate itself may be why there are several.
    private void refuseWrong(List<Provider> candidates) {
        candidates.stream()
                .filter(Provider.OfMethod.class::isInstance)
                .map(method -> catalog.fault((Provider.OfMethod) method))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(fault -> {
                    throw new RefusedException(fault);
                });
    }

    private static String rename(List<Provider> matching) {
        return "Give each of them a name of its own, such as @Dependency(name = \""
                + Addressing.ownName(matching.get(0)) + "2\"), and say which is meant: name = \"...\"";
    }

    /** Returns a name by which a use would mean one of these, {@code null} if none does. */
    private static @Nullable String distinctName(List<Provider> matching, List<Provider> candidates) {
        return matching.stream()
                .flatMap(candidate ->
                        Addressing.names(candidate).stream().filter(name -> means(name, candidate, candidates)))
                .findFirst()
                .orElse(null);
    }

    private static boolean means(String name, Provider meant, List<Provider> candidates) {
        List<Provider> named =
                candidates.stream().filter(Addressing.nameIs(name)).toList();
        List<Provider> own = named.stream().filter(ownNameIs(name)).toList();
        return named.size() == 1 || own.size() == 1 && own.get(0).equals(meant);
    }

    private static Predicate<Provider> ownNameIs(String name) {
        return candidate -> Addressing.ownName(candidate).equals(name);
    }

    private static String list(List<Provider> candidates) {
        return candidates.stream()
                .map(candidate -> label(candidate, candidates))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String label(Provider candidate, List<Provider> candidates) {
        if (!(candidate instanceof Provider.OfMethod method)) {
            return candidate.label() + (candidate instanceof Provider.OfBean ? " (bean)" : "");
        }
        List<Provider.OfMethod> same = candidates.stream()
                .filter(Provider.OfMethod.class::isInstance)
                .map(Provider.OfMethod.class::cast)
                .filter(other -> other.label().equals(method.label()))
                .toList();
        boolean severalBeans =
                same.stream().map(Provider.OfMethod::bean).distinct().count() > 1;
        boolean overloaded = same.stream()
                        .filter(other -> other.bean().equals(method.bean()))
                        .count()
                > 1;
        return (severalBeans ? method.bean() + "." + method.name() : method.label())
                + (overloaded ? parameters(method.method()) : "");
    }

    private static String parameters(Method method) {
        String signature = Names.of(method);
        return signature.substring(signature.indexOf('('));
    }

    private static String nearest(String name, Stream<String> known) {
        String nearest = NearestName.of(name, known);
        return nearest == null ? "" : " Did you mean '" + nearest + "'?";
    }

    /** Returns how messages name what a use asks for, and who asks. */
    static String quoted(Use use) {
        String name = use.name().isEmpty() ? "" : " named '" + use.name() + "'";
        String site = use.site().description().isEmpty() ? "" : ", used by " + use.site() + ",";
        return "'" + Names.of(use.requested()) + "'" + name + site;
    }
}
