package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.LibraryClasses;
import io.github.depends.resolution.BindingGroup;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.method.HandlerMethod;

/** What is known before any request of the parameters that one method or constructor binds. Immutable. */
final class BoundParameters {

    private static final Class<?>[] NO_GROUPS = {};

    private final List<@Nullable OfRequest> arguments;
    private final boolean[] ofBody;
    private final boolean[] byMethod;
    private final boolean constrained;
    private final boolean needsModel;
    private final int bodies;
    private final Class<?>[] validationGroups;

    /**
     * Reads the parameters.
     *
     * @param executable the method or constructor
     * @param type the class whose constraints count
     * @param arguments one for each parameter; {@code null} for those that are not bound from the request
     * @param byMethod whether all of them are left to method validation, rather than some to a binder
     */
    BoundParameters(
            Executable executable,
            Class<?> type,
            List<@Nullable OfRequest> arguments,
            boolean byMethod,
            Constraints constraints) {
        this.arguments = Collections.unmodifiableList(arguments);
        this.ofBody = new boolean[arguments.size()];
        this.byMethod = new boolean[arguments.size()];
        boolean body = false;
        boolean checked = false;
        boolean model = false;
        int whole = 0;
        for (int index = 0; index < ofBody.length; index++) {
            OfRequest argument = arguments.get(index);
            body = argument != null && (argument.place().readsBody() || body && errors(argument));
            ofBody[index] = body;
            if (argument != null) {
                this.byMethod[index] = byMethod
                        && argument.place() != Place.MODEL
                        && !argument.followedByErrors()
                        && constraints != Constraints.NONE;
                checked |= checks(executable, type, argument, byMethod, constraints);
                model |= !simple(argument.place());
                whole += argument.place() == Place.BODY ? 1 : 0;
            }
        }
        this.constrained = checked;
        this.needsModel = model;
        this.bodies = whole;
        this.validationGroups = constraints == Constraints.NONE ? NO_GROUPS : validationGroups(executable, type);
    }

    /** Reads the parameters of an endpoint. */
    static BoundParameters of(Endpoint endpoint, HandlerMethod handler, Constraints constraints) {
        return new BoundParameters(
                endpoint.declaration().method(),
                endpoint.declaration().controller(),
                Argument.requested(endpoint.arguments()),
                handler.shouldValidateArguments(),
                constraints);
    }

    /** Whether validation may have something to say of a handler. */
    static boolean mayBeConstrained(HandlerMethod handler) {
        if (handler.shouldValidateReturnValue()) {
            return true;
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (mayBeConstrained(parameter)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether validation may have something to say of a parameter. Spares the validator reading all controllers: like
     * Spring MVC, by the annotations that a handler shows or inherits.
     */
    static boolean mayBeConstrained(MethodParameter parameter) {
        if (!(parameter.getGenericParameterType() instanceof Class<?>)) {
            return true;
        }
        for (Annotation annotation : parameter.getParameterAnnotations()) {
            Class<?> type = annotation.annotationType();
            String name = type.getName();
            boolean ofSpring = name.startsWith("org.springframework.") && LibraryClasses.contains(type);
            if (!name.startsWith("io.github.depends.") && !ofSpring) {
                return true;
            }
        }
        return false;
    }

    static BoundParameters of(BindingGroup group, Constraints constraints) {
        Executable executable = group.provider().executable();
        Class<?> type = SpringInvokers.type(group.provider());
        return new BoundParameters(
                executable, type, group.arguments(), constraints.byMethod(executable, type), constraints);
    }

    /** Returns one for each parameter; {@code null} for those that are not bound from the request. */
    List<@Nullable OfRequest> arguments() {
        return arguments;
    }

    /** Whether a parameter is read from the body, or takes the errors of one that is. */
    boolean ofBody(int index) {
        return ofBody[index];
    }

    /** Whether the validator is called for a parameter's inside with the method, and not by the binder. */
    boolean validatedByMethod(int index) {
        return byMethod[index];
    }

    /** Whether a parameter that is bound has constraints which the binder does not check. */
    boolean constrained() {
        return constrained;
    }

    /** Returns how many of them take the body. */
    int bodies() {
        return bodies;
    }

    /** Whether a resolver may look for a model. */
    boolean needsModel() {
        return needsModel;
    }

    /** Returns the groups of {@code @Validated}. */
    Class<?>[] validationGroups() {
        return validationGroups;
    }

    private static boolean errors(OfRequest argument) {
        return Errors.class.isAssignableFrom(argument.parameter().getParameterType());
    }

    // What Spring's own resolvers of single values bind without a model.
    private static boolean simple(Place place) {
        return switch (place) {
            case QUERY, HEADER, PATH, COOKIE -> true;
            default -> false;
        };
    }

    // The inside of a body, part or model attribute is left to the binder where Spring MVC leaves it to the binder.
    private static boolean checks(
            Executable executable, Class<?> type, OfRequest argument, boolean byMethod, Constraints constraints) {
        int index = argument.parameter().getParameterIndex();
        boolean byBinder = argument.place() == Place.MODEL || argument.place().readsBody() && !byMethod;
        return byBinder
                ? constraints.constrainedItself(executable, type, index)
                : constraints.constrained(executable, type, index);
    }

    private static Class<?>[] validationGroups(Executable executable, Class<?> type) {
        Validated validated = AnnotatedElementUtils.findMergedAnnotation(executable, Validated.class);
        if (validated == null) {
            validated = AnnotatedElementUtils.findMergedAnnotation(type, Validated.class);
        }
        return validated == null ? NO_GROUPS : validated.value();
    }
}
