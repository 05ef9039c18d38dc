package io.github.depends.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.ExecutableDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Bean Validation by the application's validator, whose messages never show the value. */
final class JakartaConstraints implements Constraints {

    private final Validator validator;
    private final Validator silent;
    private final @Nullable MessageInterpolator interpolator;

    JakartaConstraints(Validator validator) {
        ValidatorFactory factory = validator instanceof ValidatorFactory made ? made : null;
        MessageInterpolator texts = factory == null ? standard() : factory.getMessageInterpolator();
        this.interpolator = texts == null ? null : new Blind(texts);
        this.validator = factory == null
                ? validator
                : factory.usingContext().messageInterpolator(interpolator).getValidator();
        this.silent = factory == null
                ? validator
                : factory.usingContext().messageInterpolator(new Untold()).getValidator();
    }

    // Spring Boot's factory does without an implementation of the expression language, where there is none.
    private static @Nullable MessageInterpolator standard() {
        try {
            return new MessageInterpolatorFactory().getObject();
        } catch (ValidationException noProvider) {
            return null;
        }
    }

    @Override
    public boolean constrained(Executable executable, Class<?> type, int parameter) {
        ParameterDescriptor described = described(executable, type, parameter);
        return described != null && (described.isCascaded() || constrainedItself(described));
    }

    @Override
    public boolean constrainedItself(Executable executable, Class<?> type, int parameter) {
        ParameterDescriptor described = described(executable, type, parameter);
        return described != null && constrainedItself(described);
    }

    private static boolean constrainedItself(ParameterDescriptor described) {
        return described.hasConstraints()
                || !described.getConstrainedContainerElementTypes().isEmpty();
    }

    @Override
    public @Nullable String unsuitable(Executable executable, Class<?> type, int parameter) {
        ParameterDescriptor described = described(executable, type, parameter);
        return described == null
                ? null
                : Stream.concat(
                                unsuitable(described, executable.getParameterTypes()[parameter]),
                                described.getConstrainedContainerElementTypes().stream()
                                        .flatMap(element -> unsuitable(element, element.getElementClass())))
                        .findFirst()
                        .orElse(null);
    }

    private static Stream<String> unsuitable(ElementDescriptor element, Class<?> declared) {
        return element.getConstraintDescriptors().stream()
                .filter(constraint -> !applies(constraint, declared))
                .map(constraint -> constraint.getAnnotation().annotationType().getSimpleName());
    }

    private static boolean applies(ConstraintDescriptor<?> constraint, Class<?> declared) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(declared);
        return constraint.getComposingConstraints().stream().allMatch(each -> applies(each, declared))
                && (constraint.getConstraintValidatorClasses().isEmpty()
                        || constraint.getConstraintValidatorClasses().stream()
                                .map(validator -> ResolvableType.forClass(ConstraintValidator.class, validator)
                                        .getGeneric(1)
                                        .toClass())
                                .anyMatch(validated -> validated.isAssignableFrom(type)));
    }

    @Override
    public boolean byMethod(Executable executable, Class<?> type) {
        return IntStream.range(0, executable.getParameterCount())
                .mapToObj(index -> described(executable, type, index))
                .anyMatch(described ->
                        described != null && (constrainedItself(described) || cascadedContainer(described)));
    }

    private static boolean cascadedContainer(ParameterDescriptor described) {
        Class<?> type = described.getElementClass();
        return described.isCascaded()
                && (List.class.isAssignableFrom(type)
                        || Map.class.isAssignableFrom(type)
                        || Object[].class.isAssignableFrom(type));
    }

    private @Nullable ParameterDescriptor described(Executable executable, Class<?> type, int parameter) {
        BeanDescriptor bean = validator.getConstraintsForClass(type);
        ExecutableDescriptor descriptor = executable instanceof Method method
                ? bean.getConstraintsForMethod(method.getName(), method.getParameterTypes())
                : bean.getConstraintsForConstructor(executable.getParameterTypes());
        return descriptor == null ? null : descriptor.getParameterDescriptors().get(parameter);
    }

    @Override
    public List<Violation> check(
            @Nullable Object target, Executable executable, @Nullable Object[] arguments, Class<?>[] groups) {
        Set<? extends ConstraintViolation<?>> violations = executable instanceof Method method
                ? silent.forExecutables().validateParameters(unwrapped(target), method, arguments, groups)
                : silent.forExecutables().validateConstructorParameters((Constructor<?>) executable, arguments, groups);
        if (violations.isEmpty()) {
            return List.of();
        }
        return violations.stream()
                .map(this::violation)
                .sorted(Comparator.comparingInt(Violation::parameter)
                        .thenComparing(Violation::path)
                        .thenComparing(Violation::code))
                .toList();
    }

    @Override
    public @Nullable RuntimeException fault(
            Object target, Method method, @Nullable Object[] arguments, Class<?>[] groups, IntPredicate parameters) {
        Set<ConstraintViolation<Object>> violations =
                validator.forExecutables().validateParameters(target, method, arguments, groups).stream()
                        .filter(violation -> parameters.test(parameter(violation.getPropertyPath())))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return violations.isEmpty() ? null : new ConstraintViolationException(violations);
    }

    private static Object unwrapped(@Nullable Object target) {
        if (target == null) {
            throw new IllegalArgumentException("Constraints of a static method cannot be checked");
        }
        return Objects.requireNonNullElse(AopProxyUtils.getSingletonTarget(target), target);
    }

    private Violation violation(ConstraintViolation<?> violation) {
        return new Violation(
                parameter(violation.getPropertyPath()),
                path(violation.getPropertyPath(), true),
                code(violation),
                () -> message(violation));
    }

    private String message(ConstraintViolation<?> violation) {
        return interpolator == null
                ? violation.getMessage()
                : interpolator.interpolate(
                        violation.getMessageTemplate(),
                        new ViolationContext(violation),
                        LocaleContextHolder.getLocale());
    }

    private static String code(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    private static int parameter(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return node.as(Path.ParameterNode.class).getParameterIndex();
            }
        }
        return -1;
    }

    private static String path(Path path, boolean below) {
        StringBuilder text = new StringBuilder();
        boolean inside = !below;
        for (Path.Node node : path) {
            if (inside) {
                append(text, node);
            }
            inside |= node.getKind() == ElementKind.PARAMETER;
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Path.Node node) {
        if (node.isInIterable()) {
            text.append('[')
                    .append(node.getIndex() == null ? "*" : node.getIndex().toString())
                    .append(']');
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            text.append(text.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    @Override
    public @Nullable String message(ObjectError error) {
        ConstraintViolation<?> violation = violation(error);
        return violation == null ? error.getDefaultMessage() : message(violation);
    }

    @Override
    public @Nullable String path(FieldError error) {
        ConstraintViolation<?> violation = violation(error);
        return violation == null ? null : path(violation.getPropertyPath(), false);
    }

    private static @Nullable ConstraintViolation<?> violation(ObjectError error) {
        return error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
    }

    /** Makes no messages: they are made later, for the violations that an answer lists. */
    private record Untold() implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }

    /** Interpolates messages without letting them see what was validated. */
    private record Blind(MessageInterpolator interpolator) implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return interpolator.interpolate(template, blind(context));
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolator.interpolate(template, blind(context), locale);
        }

        private static Context blind(Context context) {
            Class<?>[] interfaces = ClassUtils.getAllInterfaces(context);
            return (Context) Proxy.newProxyInstance(
                    context.getClass().getClassLoader(), interfaces, (proxy, method, arguments) -> {
                        if (method.getName().equals("getValidatedValue")) {
                            return "";
                        }
                        if (method.getName().equals("unwrap")) {
                            return proxy;
                        }
                        return method.invoke(context, arguments);
                    });
        }
    }

    private record ViolationContext(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public jakarta.validation.metadata.ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return "";
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
