package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import io.github.depends.resolution.BindingGroup;
import io.github.depends.resolution.RequestParameters;
import io.github.depends.security.CredentialSource;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.DefaultDataBinderFactory;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartRequest;

/** Binds and validates the parameters of one request by Spring's own resolvers, and keeps the faults. */
final class RequestBinding implements RequestParameters {

    private static final Object FAILED = new Object();

    private final BindingSupport support;
    private final PlannedEndpoint endpoint;
    private final ServletWebRequest webRequest;
    private final Binders.Factories binders;
    private final SentQuery query;
    private @Nullable FaultList faults;
    private @Nullable NativeWebRequest queryOnly;
    private @Nullable NativeWebRequest seenByGuards;
    private boolean bodyRead;
    private @Nullable Object body;
    private @Nullable Exception bodyFailure;

    RequestBinding(
            BindingSupport support, PlannedEndpoint endpoint, ServletWebRequest webRequest, Binders.Factories binders) {
        this.support = support;
        this.endpoint = endpoint;
        this.webRequest = webRequest;
        this.binders = binders;
        this.query = new SentQuery(webRequest.getRequest());
    }

    @Override
    public CredentialSource credentials() {
        return new ServletCredentialSource(request());
    }

    @Override
    public void bind(BindingGroup group, @Nullable Object[] arguments, Part part) throws Exception {
        if (part == Part.ALL) {
            compareWithGuards();
        }
        BoundParameters parameters = endpoint.parameters(group);
        ModelAndViewContainer model = parameters.needsModel() ? new ModelAndViewContainer() : null;
        boolean whole = true;
        for (int index = 0; index < arguments.length; index++) {
            OfRequest argument = parameters.arguments().get(index);
            boolean later = parameters.ofBody(index) && part == Part.GUARD_WITHOUT_BODY;
            boolean earlier = !parameters.ofBody(index) && part == Part.GUARD_BODY;
            if (argument != null && !later && !earlier && !isOfFailed(parameters, arguments, index)) {
                arguments[index] = bind(
                        argument, model, part != Part.ALL, binders.validating(parameters.validatedByMethod(index)));
            }
            whole &= !later;
        }
        if (parameters.constrained()) {
            check(group, parameters, arguments, part, whole);
        }
    }

    private void check(
            BindingGroup group, BoundParameters parameters, @Nullable Object[] arguments, Part part, boolean whole)
            throws Exception {
        Object target = SpringInvokers.target(group.provider());
        @Nullable Object[] values = unfailed(arguments);
        List<Violation> violations = support.constraints()
                .check(target, group.provider().executable(), values, parameters.validationGroups());
        if (!violations.isEmpty()) {
            List<@Nullable OfRequest> bound = whole ? parameters.arguments() : withoutBody(parameters);
            List<Violation> told = told(violations, bound, arguments, whole);
            addViolations(
                    told,
                    bound,
                    part != Part.ALL,
                    told.isEmpty() ? null : endpoint.springFault(group, target, values, told));
        }
    }

    private static List<@Nullable OfRequest> withoutBody(BoundParameters parameters) {
        List<@Nullable OfRequest> bound = new ArrayList<>(parameters.arguments());
        for (int index = 0; index < bound.size(); index++) {
            if (parameters.ofBody(index)) {
                bound.set(index, null);
            }
        }
        return bound;
    }

    /**
     * Binds the endpoint's own parameters in the order of declaration.
     *
     * @param model the model of the endpoint
     * @param factory the binder factory of Spring's adapter
     * @return one argument for each parameter; those that a dependency fills are {@code null}
     */
    @Nullable Object[] bindEndpoint(
            Object controller, @Nullable ModelAndViewContainer model, @Nullable WebDataBinderFactory factory)
            throws Exception {
        compareWithGuards();
        BoundParameters parameters = endpoint.own();
        List<@Nullable OfRequest> bound = parameters.arguments();
        @Nullable Object[] arguments = new Object[bound.size()];
        for (int index = 0; index < arguments.length; index++) {
            OfRequest argument = bound.get(index);
            if (argument != null && !isOfFailed(parameters, arguments, index)) {
                if (factory instanceof DefaultDataBinderFactory mutable) {
                    mutable.setMethodValidationApplicable(parameters.validatedByMethod(index));
                }
                arguments[index] = endpoint.accumulates()
                        ? bind(argument, model, false, factory)
                        : bindAsSpring(argument, model, factory);
            }
        }
        if (endpoint.accumulates()) {
            @Nullable Object[] values = unfailed(arguments);
            List<Violation> told = told(endpoint.check(controller, values), bound, arguments, true);
            addViolations(told, bound, false, told.isEmpty() ? null : endpoint.springFault(controller, values, told));
        } else {
            endpoint.checkAsSpring(controller, arguments);
        }
        return arguments;
    }

    // There are no Errors of what could not be read, and Spring's resolver takes that for a mistake in the code.
    private static boolean isOfFailed(BoundParameters parameters, @Nullable Object[] arguments, int index) {
        OfRequest before = index == 0 ? null : parameters.arguments().get(index - 1);
        return before != null && before.followedByErrors() && arguments[index - 1] == FAILED;
    }

    // What a guard has judged is what the others get.
    private void compareWithGuards() {
        GuardedNames names = endpoint.guardedNames();
        if (names == null || seenByGuards != null) {
            return;
        }
        GuardedNames.Comparison compared = names.compare(query, request());
        if (compared == null) {
            seenByGuards = webRequest;
            return;
        }
        seenByGuards = compared.repeated().isEmpty()
                ? webRequest
                : new ServletWebRequest(
                        new RepeatedParameters(request(), query.parameters(), compared.repeated()),
                        webRequest.getResponse());
        compared.faults()
                .forEach((name, in) -> faultList().add(List.of(support.faults().unseen(in, name)), null));
        if (!endpoint.accumulates()) {
            throwFaults();
        }
    }

    private NativeWebRequest sourceOf(OfRequest argument, boolean guard) {
        if (guard) {
            return seesQueryOnly(argument) ? queryOnly() : webRequest;
        }
        return seenByGuards != null && (argument.place() == Place.QUERY || argument.place() == Place.MODEL)
                ? seenByGuards
                : webRequest;
    }

    private @Nullable WebDataBinderFactory bindersOf(
            OfRequest argument, boolean guard, @Nullable WebDataBinderFactory factory) {
        GuardedNames names = endpoint.guardedNames();
        if (factory == null || argument.place() != Place.MODEL || !guard && names == null) {
            return factory;
        }
        return new HeaderlessBinders(factory, header -> guard || names != null && names.judgesHeader(header));
    }

    @Override
    public boolean hasFaults() {
        return faults != null;
    }

    @Override
    public void throwFaults() {
        if (faults != null) {
            throw faults.exception();
        }
    }

    private FaultList faultList() {
        if (faults == null) {
            faults = new FaultList(support.wrong().maxErrors());
        }
        return faults;
    }

    private HttpServletRequest request() {
        return webRequest.getRequest();
    }

    private @Nullable Object bind(
            OfRequest argument,
            @Nullable ModelAndViewContainer model,
            boolean guard,
            @Nullable WebDataBinderFactory factory)
            throws Exception {
        try {
            return resolve(argument, model, sourceOf(argument, guard), bindersOf(argument, guard, factory));
        } catch (InvalidRequestException told) {
            faultList().add(told);
        } catch (Exception thrown) {
            List<ParameterFault> told = faults(thrown, argument, guard);
            if (told == null || !support.wrong().accumulate() && !RefusedKeys.refused(thrown)) {
                throw thrown;
            }
            faultList().add(told, thrown);
            if (!support.wrong().accumulate()) {
                throwFaults();
            }
        }
        return FAILED;
    }

    private @Nullable List<ParameterFault> faults(Exception thrown, OfRequest argument, boolean guard) {
        MethodParameter other = SurroundingMethods.parameter(thrown);
        return support.faults()
                .of(thrown, other == null ? argument : support.arguments().apply(other), query, guard);
    }

    /** Returns an exception, or all that is wrong where Spring MVC could not bind for a method around the endpoint. */
    Throwable told(Throwable thrown) {
        MethodParameter parameter = endpoint.accumulates() ? SurroundingMethods.parameter(thrown) : null;
        if (parameter == null || !(thrown instanceof Exception cause)) {
            return thrown;
        }
        List<ParameterFault> told = faults(cause, support.arguments().apply(parameter), false);
        if (told == null) {
            return thrown;
        }
        faultList().add(told, cause);
        return faultList().exception();
    }

    private @Nullable Object bindAsSpring(
            OfRequest argument, @Nullable ModelAndViewContainer model, @Nullable WebDataBinderFactory factory)
            throws Exception {
        try {
            return resolve(argument, model, sourceOf(argument, false), bindersOf(argument, false, factory));
        } catch (RuntimeException thrown) {
            List<ParameterFault> told =
                    RefusedKeys.refused(thrown) ? support.faults().of(thrown, argument, query, false) : null;
            if (told != null) {
                faultList().add(told, thrown);
                throwFaults();
            }
            throw thrown;
        }
    }

    // What the application's own resolvers take for a guard must not read a form either.
    private static boolean seesQueryOnly(OfRequest argument) {
        Class<?> type = argument.parameter().getParameterType();
        return switch (argument.place()) {
            case QUERY, MODEL -> true;
            case OTHER ->
                !ServletRequest.class.isAssignableFrom(type)
                        && !WebRequest.class.isAssignableFrom(type)
                        && !MultipartRequest.class.isAssignableFrom(type);
            default -> false;
        };
    }

    private @Nullable Object resolve(
            OfRequest argument,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest source,
            @Nullable WebDataBinderFactory factory)
            throws Exception {
        if (argument.place() == Place.BODY && endpoint.sharesBody()) {
            return body(argument, model, source, factory);
        }
        return support.resolvers().resolveArgument(argument.parameter(), model, source, factory);
    }

    private @Nullable Object body(
            OfRequest argument,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest source,
            @Nullable WebDataBinderFactory factory)
            throws Exception {
        if (!bodyRead) {
            bodyRead = true;
            try {
                Object read = support.resolvers().resolveArgument(argument.parameter(), null, source, null);
                body = read instanceof java.util.Optional<?> optional ? optional.orElse(null) : read;
            } catch (Exception failed) {
                bodyFailure = failed;
            }
        }
        if (bodyFailure != null) {
            throw bodyFailure;
        }
        MethodParameter parameter = argument.parameter();
        if (body == null && BodyParameters.required(parameter)) {
            throw BodyParameters.missing(source);
        }
        validateBody(argument, model, source, factory);
        return parameter.getParameterType() == java.util.Optional.class ? java.util.Optional.ofNullable(body) : body;
    }

    // As Spring's own resolver does after reading, for each parameter that asks for the one body.
    private void validateBody(
            OfRequest argument,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest source,
            @Nullable WebDataBinderFactory factory)
            throws Exception {
        MethodParameter parameter = argument.parameter();
        if (factory == null || body == null) {
            return;
        }
        String name = org.springframework.core.Conventions.getVariableNameForParameter(parameter);
        WebDataBinder binder = factory.createBinder(
                source, body, name, org.springframework.core.ResolvableType.forMethodParameter(parameter));
        BodyParameters.validate(binder, parameter);
        BindingResult result = binder.getBindingResult();
        if (result.hasErrors() && !argument.followedByErrors()) {
            throw new MethodArgumentNotValidException(parameter, result);
        }
        if (model != null) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + name, result);
        }
    }

    private NativeWebRequest queryOnly() {
        if (queryOnly == null) {
            queryOnly = new ServletWebRequest(
                    new QueryOnlyRequest(request(), query.parameters()), webRequest.getResponse());
        }
        return queryOnly;
    }

    private @Nullable Object[] unfailed(@Nullable Object[] arguments) {
        if (faults == null) {
            return arguments;
        }
        @Nullable Object[] copy = arguments.clone();
        for (int index = 0; index < copy.length; index++) {
            if (copy[index] == FAILED) {
                copy[index] = null;
            }
        }
        return copy;
    }

    /** Returns what is to be told: not of parameters that are bound later, have failed or have told it themselves. */
    private static List<Violation> told(
            List<Violation> violations, List<@Nullable OfRequest> bound, @Nullable Object[] arguments, boolean whole) {
        if (violations.isEmpty()) {
            return violations;
        }
        return violations.stream()
                .filter(violation -> {
                    if (violation.parameter() < 0) {
                        return whole;
                    }
                    OfRequest argument = bound.get(violation.parameter());
                    return argument != null
                            && arguments[violation.parameter()] != FAILED
                            && !toldByBinder(violation, argument);
                })
                .toList();
    }

    private void addViolations(
            List<Violation> violations, List<@Nullable OfRequest> bound, boolean guard, @Nullable Exception spring)
            throws Exception {
        if (violations.isEmpty()) {
            return;
        }
        if (!support.wrong().accumulate() && spring != null) {
            throw spring;
        }
        List<ParameterFault> errors = new ArrayList<>(violations.size());
        for (Violation violation : violations) {
            OfRequest argument = violation.parameter() < 0 ? null : bound.get(violation.parameter());
            errors.add(
                    argument == null
                            ? support.faults().ofSeveral(violation)
                            : support.faults().of(violation, argument, query, guard));
        }
        faultList().add(errors, spring);
        if (!support.wrong().accumulate()) {
            throwFaults();
        }
    }

    // What is inside a model attribute, or belongs to an Errors parameter, the binder has told already.
    private static boolean toldByBinder(Violation violation, OfRequest argument) {
        return !violation.path().isEmpty() && (argument.place() == Place.MODEL || argument.followedByErrors());
    }
}
