package io.github.depends.graph.rule;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.DependencyNode;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Fault;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.Reach;
import io.github.depends.graph.Rule;
import io.github.depends.graph.Site;
import io.github.depends.graph.UseReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;

/** Refuses constraints that nothing would check: of dependencies, and of endpoints that use some. */
final class CheckedConstraints implements Rule {

    private static final Set<String> VALID =
            Set.of("jakarta.validation.Valid", "org.springframework.validation.annotation.Validated");
    private static final List<Place> BOUND = List.of(Place.BODY, Place.PART, Place.MODEL);

    private final ValidationSupport validation;

    CheckedConstraints(ValidationSupport validation) {
        this.validation = validation;
    }

    @Override
    public void check(Reach reach, Consumer<Fault> faults) {
        for (DependencyNode node : reach.newNodes()) {
            if (node.provider() instanceof Provider.Executing executing) {
                check(executing, node.arguments(), faults);
            }
        }
        check(reach.endpoint(), faults);
    }

    // Whether a validator of another kind reads constraints of the endpoint's own parameters is Spring MVC's business.
    // Read from
    // the declaration, for an endpoint with a fault lacks arguments.
    private void check(Endpoint endpoint, Consumer<Fault> faults) {
        for (MethodParameter parameter : endpoint.declaration().parameters()) {
            boolean checkedByUs = validation == ValidationSupport.NONE || UseReader.carriesUse(parameter);
            if (validation != ValidationSupport.CONSTRAINTS
                    && checkedByUs
                    && carries(parameter, CheckedConstraints::validates)) {
                faults.accept(unchecked(endpoint.declaration().method()));
            }
        }
    }

    private void check(Provider.Executing executing, List<Argument> arguments, Consumer<Fault> faults) {
        Executable executable = executing.executable();
        boolean fixed = executing instanceof Provider.OfMethod && Modifier.isStatic(executable.getModifiers());
        for (int index = 0; index < executing.parameters().size(); index++) {
            MethodParameter parameter = executing.parameters().get(index);
            if (fixed && carries(parameter, CheckedConstraints::validates)) {
                faults.accept(ignored(executable));
            } else if (carries(parameter, unchecked(arguments.get(index)))) {
                faults.accept(unchecked(executable));
            }
        }
    }

    private Predicate<Annotation> unchecked(Argument argument) {
        return switch (validation) {
            case NONE -> CheckedConstraints::validates;
            case BOUND_OBJECTS ->
                argument instanceof OfRequest request && BOUND.contains(request.place())
                        ? annotation -> validates(annotation) && !isValid(annotation)
                        : CheckedConstraints::validates;
            case CONSTRAINTS -> annotation -> false;
        };
    }

    private static Fault ignored(Executable executable) {
        return new Fault(
                "The constraints of " + Names.of(executable)
                        + " would not be checked, because Bean Validation ignores static methods",
                Site.of(executable),
                "Make the method an instance method.");
    }

    private static Fault unchecked(Executable executable) {
        return new Fault(
                "The constraints of " + Names.of(executable)
                        + " would not be checked, because there is no Bean Validation provider",
                Site.of(executable),
                "Add spring-boot-starter-validation.");
    }

    // Annotations of elements count as well, such as those of List<@NotBlank String>.
    private static boolean carries(MethodParameter parameter, Predicate<Annotation> wanted) {
        AnnotatedType[] types = parameter.getExecutable().getAnnotatedParameterTypes();
        return Arrays.stream(parameter.getParameterAnnotations()).anyMatch(wanted)
                || parameter.getParameterIndex() < types.length
                        && annotated(types[parameter.getParameterIndex()])
                                .flatMap(type -> Arrays.stream(type.getAnnotations()))
                                .anyMatch(wanted);
    }

    private static Stream<AnnotatedElement> annotated(AnnotatedType type) {
        Stream<AnnotatedType> inner = type instanceof AnnotatedParameterizedType parameterized
                ? Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                : type instanceof AnnotatedArrayType array
                        ? Stream.of(array.getAnnotatedGenericComponentType())
                        : Stream.empty();
        return Stream.concat(Stream.of(type), inner.flatMap(CheckedConstraints::annotated));
    }

    /** Whether an annotation is a constraint or asks for constraints to be checked. */
    static boolean validates(Annotation annotation) {
        return isValid(annotation) || constrains(annotation.annotationType());
    }

    /** Whether an annotation is a constraint. */
    static boolean constrains(Class<? extends Annotation> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(meta -> meta.annotationType().getName().equals("jakarta.validation.Constraint"));
    }

    private static boolean isValid(Annotation annotation) {
        return VALID.contains(annotation.annotationType().getName());
    }
}
