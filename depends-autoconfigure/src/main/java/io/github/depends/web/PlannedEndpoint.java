package io.github.depends.web;

import io.github.depends.graph.Argument;
import io.github.depends.resolution.BindingGroup;
import io.github.depends.resolution.ResolutionPlan;
import io.github.depends.web.CompletingReturnValueHandler.OrdinaryResult;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** A controller method with its plan and what is known of its validation. Immutable but for memos; thread-safe. */
final class PlannedEndpoint {

    private static final int[] NONE = {};

    private final ResolutionPlan plan;
    private final HandlerMethod handler;
    private final Method method;
    private final Constraints constraints;
    private final @Nullable MethodValidator springValidator;
    private final boolean accumulates;
    private final boolean validatedByProxy;
    private final @Nullable MessageSource messages;
    private final BoundParameters own;
    private final BoundParameters[] groups;
    private final boolean sharesBody;
    private final @Nullable GuardedNames guardedNames;
    private final int[] checkedDependencies;
    private volatile @Nullable HandlerMethod delegate;
    private volatile @Nullable OrdinaryResult ordinaryResult;

    PlannedEndpoint(
            ResolutionPlan plan,
            BoundParameters own,
            BoundParameters[] groups,
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
        this.accumulates = accumulate;
        this.validatedByProxy = !handler.shouldValidateArguments()
                && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Validated.class);
        this.own = own;
        this.groups = groups;
        this.checkedDependencies = checkedDependencies();
        int bodies = own.bodies();
        for (BoundParameters group : groups) {
            bodies += group.bodies();
        }
        this.sharesBody = bodies > 1;
        this.guardedNames = GuardedNames.of(plan);
    }

    private int[] checkedDependencies() {
        if (!BoundParameters.mayBeConstrained(handler)) {
            return NONE;
        }
        Class<?> controller = plan.endpoint().declaration().controller();
        return IntStream.range(0, method.getParameterCount())
                .filter(plan::fills)
                .filter(index -> BoundParameters.mayBeConstrained(handler.getMethodParameters()[index]))
                .filter(index -> constraints.constrained(method, controller, index))
                .toArray();
    }

    ResolutionPlan plan() {
        return plan;
    }

    /** Whether all faults are told in one answer, rather than Spring's first. */
    boolean accumulates() {
        return accumulates;
    }

    boolean parameterless() {
        return method.getParameterCount() == 0;
    }

    /** Returns the names of which others must not be given another value than guards, {@code null} if there is none. */
    @Nullable GuardedNames guardedNames() {
        return guardedNames;
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

    /** Returns how results of one class are handled, {@code null} if none has been seen yet. */
    @Nullable OrdinaryResult ordinaryResult() {
        return ordinaryResult;
    }

    /** Keeps how results of one class are handled, and returns it. */
    OrdinaryResult ordinaryResult(OrdinaryResult seen) {
        ordinaryResult = seen;
        return seen;
    }

    /** Returns what is known of the endpoint's own parameters. */
    BoundParameters own() {
        return own;
    }

    /** Returns what is known of a dependency's parameters. */
    BoundParameters parameters(BindingGroup group) {
        return groups[group.index()];
    }

    /** Returns what Spring MVC would say of violated constraints of the endpoint, {@code null} where it says nothing. */
    @Nullable Exception springFault(Object controller, @Nullable Object[] arguments, List<Violation> violations) {
        if (validatedByProxy) {
            return proxyFault(controller, arguments);
        }
        return springFault(
                target(controller),
                handler.getMethod(),
                handler.getMethodParameters(),
                arguments,
                own.validationGroups(),
                violations);
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
                        parameters(group).validationGroups(),
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
        Set<Integer> parametersAtFault =
                violations.stream().map(Violation::parameter).collect(Collectors.toSet());
        List<ParameterValidationResult> told = springValidator
                .validateArguments(target, violated, parameters, arguments, validated)
                .getParameterValidationResults()
                .stream()
                .filter(result ->
                        parametersAtFault.contains(result.getMethodParameter().getParameterIndex()))
                .toList();
        return told.isEmpty()
                ? null
                : new HandlerMethodValidationException(MethodValidationResult.create(target, violated, told));
    }

    /** Returns the violated constraints of the endpoint's own parameters. */
    List<Violation> check(Object controller, @Nullable Object[] arguments) {
        return own.constrained()
                ? constraints.check(target(controller), method, arguments, own.validationGroups()).stream()
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
        if (!own.constrained()) {
            return;
        }
        if (validatedByProxy) {
            RuntimeException fault = proxyFault(controller, arguments);
            if (fault != null) {
                throw fault;
            }
        }
        if (!handler.shouldValidateArguments() || springValidator == null) {
            return;
        }
        Method bridged = handler.getMethod();
        if (checkedDependencies.length == 0) {
            springValidator.applyArgumentValidation(
                    controller, bridged, handler.getMethodParameters(), arguments, own.validationGroups());
            return;
        }
        MethodValidationResult result = springValidator.validateArguments(
                controller, bridged, handler.getMethodParameters(), arguments, own.validationGroups());
        var own = result.getParameterValidationResults().stream()
                .filter(each -> !plan.fills(each.getMethodParameter().getParameterIndex()))
                .toList();
        if (!own.isEmpty()) {
            throw new HandlerMethodValidationException(MethodValidationResult.create(controller, bridged, own));
        }
    }

    private @Nullable RuntimeException proxyFault(Object controller, @Nullable Object[] arguments) {
        return constraints.fault(
                target(controller),
                method,
                arguments,
                own.validationGroups(),
                parameter -> parameter < 0 || !plan.fills(parameter));
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
        List<Violation> violations =
                constraints.check(target(controller), method, arguments, own.validationGroups()).stream()
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
                    controller, handler.getMethod(), handler.getReturnType(), result, own.validationGroups());
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
