package io.github.depends.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.ExecutableDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Bean Validation by the application's validator, whose messages never show the value. */
final class JakartaConstraints implements Constraints {

    private final Validator validator;
    private final @Nullable MessageInterpolator interpolator;

    JakartaConstraints(Validator validator) {
        ValidatorFactory factory = validator instanceof ValidatorFactory made ? made : null;
        this.interpolator = factory == null ? null : new Blind(factory.getMessageInterpolator());
        this.validator = factory == null || interpolator == null
                ? validator
                : factory.usingContext().messageInterpolator(interpolator).getValidator();
    }

    @Override
    public boolean constrained(Executable executable, Class<?> type, int parameter) {
        BeanDescriptor bean = validator.getConstraintsForClass(type);
        ExecutableDescriptor descriptor = executable instanceof Method method
                ? bean.getConstraintsForMethod(method.getName(), method.getParameterTypes())
                : bean.getConstraintsForConstructor(executable.getParameterTypes());
        if (descriptor == null) {
            return false;
        }
        ParameterDescriptor described = descriptor.getParameterDescriptors().get(parameter);
        return described.hasConstraints()
                || described.isCascaded()
                || !described.getConstrainedContainerElementTypes().isEmpty();
    }

    @Override
    public List<Violation> check(
            @Nullable Object target, Executable executable, @Nullable Object[] arguments, Class<?>[] groups) {
        Set<? extends ConstraintViolation<?>> violations = executable instanceof Method method
                ? validator.forExecutables().validateParameters(required(target), method, arguments, groups)
                : validator
                        .forExecutables()
                        .validateConstructorParameters((Constructor<?>) executable, arguments, groups);
        return violations.stream()
                .map(JakartaConstraints::violation)
                .sorted(Comparator.comparingInt(Violation::parameter)
                        .thenComparing(Violation::path)
                        .thenComparing(Violation::code))
                .toList();
    }

    @Override
    public void require(Object target, Method method, @Nullable Object[] arguments, Class<?>[] groups) {
        Set<ConstraintViolation<Object>> violations =
                validator.forExecutables().validateParameters(target, method, arguments, groups);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    private static Object required(@Nullable Object target) {
        if (target == null) {
            throw new IllegalArgumentException("Constraints of a static method cannot be checked");
        }
        return target;
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        return new Violation(
                parameter(violation.getPropertyPath()),
                path(violation.getPropertyPath(), true),
                code(violation),
                violation.getMessage());
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
        if (violation == null || interpolator == null) {
            return error.getDefaultMessage();
        }
        return interpolator.interpolate(
                violation.getMessageTemplate(), new ViolationContext(violation), LocaleContextHolder.getLocale());
    }

    @Override
    public String path(FieldError error) {
        ConstraintViolation<?> violation = violation(error);
        return violation == null ? error.getField() : path(violation.getPropertyPath(), false);
    }

    private static @Nullable ConstraintViolation<?> violation(ObjectError error) {
        return error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null;
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
