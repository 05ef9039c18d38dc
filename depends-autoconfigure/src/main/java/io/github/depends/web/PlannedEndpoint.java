package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.resolution.BindingGroup;
import io.github.depends.resolution.ResolutionPlan;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.MethodValidator;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** A controller method with its plan and what is known of its validation. Immutable but for a memo; thread-safe. */
final class PlannedEndpoint {

    private final ResolutionPlan plan;
    private final HandlerMethod handler;
    private final Method method;
    private final Constraints constraints;
    private final @Nullable MethodValidator springValidator;
    private final boolean accumulates;
    private final Map<Executable, Boolean> byMethod;
    private final @Nullable MessageSource messages;
    private final boolean constrained;
    private final boolean sharesBody;
    private final boolean parameterless;
    private final int[] checkedDependencies;
    private final boolean[] constrainedGroups;
    private final Class<?>[][] validationGroups;
    private final Class<?>[] groups;
    private volatile @Nullable HandlerMethod delegate;

    PlannedEndpoint(
            ResolutionPlan plan,
            HandlerMethod handler,
            Constraints constraints,
            @Nullable MethodValidator springValidator,
            @Nullable MessageSource messages,
            boolean accumulate) {
        this.plan = plan;
        this.handler = handler;
        this.constraints = constraints;
        this.springValidator = springValidator;
        this.messages = messages;
        this.method = plan.endpoint().declaration().method();
        this.accumulates = accumulate && plan.dependenciesBindParameters();
        Class<?> controller = plan.endpoint().declaration().controller();
        this.byMethod = new HashMap<>();
        byMethod.put(method, handler.shouldValidateArguments());
        plan.groups()
                .forEach(group -> byMethod.put(
                        group.provider().executable(),
                        constraints.byMethod(group.provider().executable(), SpringInvokers.type(group.provider()))));
        this.constrained = parameters()
                .anyMatch(index -> plan.endpoint().arguments().get(index) instanceof OfRequest own
                        && checks(method, controller, own));
        this.checkedDependencies = parameters()
                .filter(plan::fills)
                .filter(index -> constraints.constrained(method, controller, index))
                .toArray();
        this.groups = validationGroups(method, controller);
        this.constrainedGroups = new boolean[plan.groups().size()];
        this.validationGroups = new Class<?>[plan.groups().size()][];
        for (BindingGroup group : plan.groups()) {
            constrainedGroups[group.index()] = constrains(group);
            validationGroups[group.index()] =
                    validationGroups(group.provider().executable(), SpringInvokers.type(group.provider()));
        }
        this.parameterless = method.getParameterCount() == 0;
        this.sharesBody = Stream.concat(
                                plan.groups().stream().flatMap(group -> group.arguments().stream()),
                                plan.endpoint().arguments().stream())
                        .filter(argument -> argument instanceof OfRequest request && request.place() == Place.BODY)
                        .count()
                > 1;
    }

    private boolean constrains(BindingGroup group) {
        Class<?> type = SpringInvokers.type(group.provider());
        return group.arguments().stream()
                .anyMatch(
                        argument -> argument != null && checks(group.provider().executable(), type, argument));
    }

    // The inside of a body, part or model attribute is left to the binder where Spring MVC leaves it to the binder.
    private boolean checks(Executable executable, Class<?> type, OfRequest argument) {
        int index = argument.parameter().getParameterIndex();
        boolean byBinder = argument.place() == Place.MODEL
                || argument.place().readsBody() && !byMethod.getOrDefault(executable, false);
        return byBinder
                ? constraints.constrainedItself(executable, type, index)
                : constraints.constrained(executable, type, index);
    }

    private IntStream parameters() {
        return IntStream.range(0, method.getParameterCount());
    }

    ResolutionPlan plan() {
        return plan;
    }

    /** Whether all faults are told in one answer, rather than Spring's first. */
    boolean accumulates() {
        return accumulates;
    }

    boolean parameterless() {
        return parameterless;
    }

    boolean sharesBody() {
        return sharesBody;
    }

    boolean is(@Nullable Executable executable) {
        return method.equals(executable) || handler.getMethod().equals(executable);
    }

    /** Returns the handler for Spring's adapter, without the validation that has been done by then. */
    HandlerMethod delegate(HandlerMethod resolved) {
        HandlerMethod known = delegate;
        if (known != null && known.getBean() == resolved.getBean()) {
            return known;
        }
        HandlerMethod made = new Unvalidated(resolved.getBean(), resolved.getMethod(), messages);
        delegate = made;
        return made;
    }

    boolean constrained(BindingGroup group) {
        return constrainedGroups[group.index()];
    }

    Class<?>[] groups(BindingGroup group) {
        return validationGroups[group.index()];
    }

    private static Class<?>[] validationGroups(Executable executable, Class<?> type) {
        Validated validated = AnnotatedElementUtils.findMergedAnnotation(executable, Validated.class);
        if (validated == null) {
            validated = AnnotatedElementUtils.findMergedAnnotation(type, Validated.class);
        }
        return validated == null ? new Class<?>[0] : validated.value();
    }

    /** Whether the validator is called for a parameter's inside with the method, and not by the binder. */
    boolean validatesByMethod(OfRequest argument) {
        return argument.place() != Place.MODEL
                && !argument.followedByErrors()
                && constraints != Constraints.NONE
                && byMethod(argument.parameter().getExecutable());
    }

    private boolean byMethod(Executable executable) {
        return is(executable) ? handler.shouldValidateArguments() : byMethod.getOrDefault(executable, false);
    }

    /** Returns what Spring MVC would say of violated constraints of the endpoint, {@code null} where it says nothing. */
    @Nullable Exception springFault(Object controller, @Nullable Object[] arguments, List<Violation> violations) {
        return springFault(
                target(controller), handler.getMethod(), handler.getMethodParameters(), arguments, groups, violations);
    }

    /** Returns what Spring MVC would say of violated constraints of a dependency, {@code null} where it says nothing. */
    @Nullable Exception springFault(
            BindingGroup group, @Nullable Object target, @Nullable Object[] arguments, List<Violation> violations) {
        return target != null && group.provider().executable() instanceof Method dependency
                ? springFault(
                        target(target),
                        dependency,
                        group.provider().parameters().toArray(MethodParameter[]::new),
                        arguments,
                        groups(group),
                        violations)
                : null;
    }

    private @Nullable Exception springFault(
            Object target,
            Method violated,
            MethodParameter[] parameters,
            @Nullable Object[] arguments,
            Class<?>[] validated,
            List<Violation> violations) {
        if (springValidator == null || violations.stream().anyMatch(violation -> violation.parameter() < 0)) {
            return null;
        }
        List<ParameterValidationResult> told = springValidator
                .validateArguments(target, violated, parameters, arguments, validated)
                .getParameterValidationResults()
                .stream()
                .filter(result -> violations.stream()
                        .anyMatch(violation -> violation.parameter()
                                == result.getMethodParameter().getParameterIndex()))
                .toList();
        return told.isEmpty()
                ? null
                : new HandlerMethodValidationException(MethodValidationResult.create(target, violated, told));
    }

    /** Returns the violated constraints of the endpoint's own parameters. */
    List<Violation> check(Object controller, @Nullable Object[] arguments) {
        return constrained
                ? constraints.check(target(controller), method, arguments, groups).stream()
                        .filter(violation -> violation.parameter() < 0 || !plan.fills(violation.parameter()))
                        .toList()
                : List.of();
    }

    /**
     * Validates the endpoint's own parameters as Spring MVC, or for a controller with {@code @Validated} its proxy, would
     * do later.
     *
     * @throws RuntimeException Spring's own exception
     */
    void checkAsSpring(Object controller, @Nullable Object[] arguments) {
        if (!constrained) {
            return;
        }
        if (!handler.shouldValidateArguments() || springValidator == null) {
            if (AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Validated.class)
                    && checkedDependencies.length == 0) {
                constraints.require(target(controller), method, arguments, groups);
            }
            return;
        }
        Method bridged = handler.getMethod();
        if (checkedDependencies.length == 0) {
            springValidator.applyArgumentValidation(
                    controller, bridged, handler.getMethodParameters(), arguments, groups);
            return;
        }
        MethodValidationResult result = springValidator.validateArguments(
                controller, bridged, handler.getMethodParameters(), arguments, groups);
        var own = result.getParameterValidationResults().stream()
                .filter(each -> !plan.fills(each.getMethodParameter().getParameterIndex()))
                .toList();
        if (!own.isEmpty()) {
            throw new HandlerMethodValidationException(MethodValidationResult.create(controller, bridged, own));
        }
    }

    private String dependency(int parameter) {
        return plan.endpoint().arguments().get(parameter) instanceof Argument.OfDependency filled
                ? filled.node().label()
                : "?";
    }

    /**
     * Checks the constraints on the parameters that dependencies fill.
     *
     * @throws IllegalStateException if one is violated
     */
    void checkDependencies(Object controller, @Nullable Object[] arguments) {
        if (checkedDependencies.length == 0) {
            return;
        }
        List<Violation> violations = constraints.check(target(controller), method, arguments, groups).stream()
                .filter(violation ->
                        IntStream.of(checkedDependencies).anyMatch(index -> index == violation.parameter()))
                .toList();
        if (!violations.isEmpty()) {
            throw SpringInvokers.violated(
                    plan.endpoint().declaration().site().description(), violations, this::dependency);
        }
    }

    /**
     * Validates what the controller method returned, as Spring MVC would do.
     *
     * @throws RuntimeException Spring's own exception
     */
    void checkResult(Object controller, @Nullable Object result) {
        if (handler.shouldValidateReturnValue() && springValidator != null) {
            springValidator.applyReturnValueValidation(
                    controller, handler.getMethod(), handler.getReturnType(), result, groups);
        }
    }

    /** A handler that Spring's adapter does not validate again. */
    private static final class Unvalidated extends HandlerMethod {

        Unvalidated(Object bean, Method method, @Nullable MessageSource messages) {
            super(bean, method, messages);
        }
    }

    private static Object target(Object controller) {
        return Objects.requireNonNullElse(AopProxyUtils.getSingletonTarget(controller), controller);
    }
}
