package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.util.ClassUtils;

/**
 * Finds parameters of controllers that Spring MVC would fill from the query, because nothing is written on them, although
 * the application has a dependency for them: whoever wrote them has forgotten {@code @Depends}.
 */
final class ForgottenUses {

    /** Annotations that say whether a value may be missing, and nothing about where it comes from. */
    private static final Set<String> ABOUT_NULL = Set.of("Nullable", "NonNull", "Nonnull");

    private static final String ACTION =
            "Annotate it with @Depends, or with @ModelAttribute if the request is meant to fill it.";

    private final Catalog catalog;
    private final Addressing addressing;
    private final Consumer<Fault> faults;
    private final Map<Class<?>, Boolean> usesDependencies = new HashMap<>();

    ForgottenUses(Catalog catalog, Addressing addressing, Consumer<Fault> faults) {
        this.catalog = catalog;
        this.addressing = addressing;
        this.faults = faults;
    }

    /** Tells a fault for each such parameter of an endpoint, and of the methods that Spring MVC calls before it. */
    void tell() {
        for (EndpointDeclaration endpoint : catalog.endpoints()) {
            endpoint.parameters().forEach(this::check);
        }
        catalog.modelParameters().forEach(this::check);
    }

    // Whoever finds misplaced uses tells these: the annotation is there, on a method that does not reach this one.
    private static boolean overlooked(MethodParameter parameter) {
        Class<?> controller = parameter.getContainingClass();
        return ClassUtils.getAllInterfacesForClassAsSet(controller).stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method ->
                        method.getName().equals(parameter.getExecutable().getName()))
                .filter(method -> BridgeMethodResolver.findBridgedMethod(
                                ClassUtils.getMostSpecificMethod(method, controller))
                        .equals(parameter.getExecutable()))
                .anyMatch(method -> UseReader.carriesUse(new MethodParameter(method, parameter.getParameterIndex())));
    }

    private void check(MethodParameter parameter) {
        if (!bare(parameter) || UseReader.ours(parameter)) {
            return;
        }
        ResolvableType type = value(parameter);
        if (type.toClass() == Object.class || ClassUtils.isSimpleValueType(elements(type.toClass()))) {
            return;
        }
        List<Provider.OfMethod> givers = addressing.methodsThatGive(type);
        if ((!givers.isEmpty() || usesDependencies(type.toClass()))
                && takenByCatchAll(parameter)
                && !overlooked(parameter)) {
            faults.accept(new Fault(
                    GraphBuilder.parameterLabel(parameter)
                            + " does not say where its value comes from: Spring MVC would fill it from the query of the"
                            + " request, " + (givers.isEmpty() ? constructed(type) : given(givers.get(0))),
                    Site.of(parameter),
                    ACTION));
        }
    }

    private static String given(Provider.OfMethod giver) {
        return "and not from '" + giver.label() + "', which gives " + Names.of(giver.valueType());
    }

    private static String constructed(ResolvableType type) {
        return "also what the constructor of " + Names.of(type) + " takes from other dependencies";
    }

    private static boolean bare(MethodParameter parameter) {
        for (Annotation annotation : parameter.getParameterAnnotations()) {
            if (!ABOUT_NULL.contains(annotation.annotationType().getSimpleName())) {
                return false;
            }
        }
        return true;
    }

    private static ResolvableType value(MethodParameter parameter) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        type = type.resolve() == Supplier.class ? type.getGeneric(0) : type;
        return type.resolve() == Optional.class ? type.getGeneric(0) : type;
    }

    private static Class<?> elements(Class<?> type) {
        return type.isArray() ? type.getComponentType() : type;
    }

    private boolean takenByCatchAll(MethodParameter parameter) {
        Refusal refusal = catalog.refusal(parameter);
        return refusal != null && refusal.unmarked();
    }

    private boolean usesDependencies(Class<?> type) {
        return usesDependencies.computeIfAbsent(type, ForgottenUses::hasConstructorWithUses);
    }

    private static boolean hasConstructorWithUses(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredConstructors()).anyMatch(ForgottenUses::usesDependencies);
        } catch (LinkageError unreadable) { // a class with optional parts that are not there
            return false;
        }
    }

    private static boolean usesDependencies(Constructor<?> constructor) {
        return IntStream.range(0, constructor.getParameterCount())
                .mapToObj(index -> SynthesizingMethodParameter.forExecutable(constructor, index))
                .anyMatch(UseReader::carriesUse);
    }
}
