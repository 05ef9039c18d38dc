package io.github.depends.web;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Bean Validation of parameters, where it is on the class path. */
interface Constraints {

    /** Finds nothing. */
    Constraints NONE = new Constraints() {
        @Override
        public boolean constrained(Executable executable, Class<?> type, int parameter) {
            return false;
        }

        @Override
        public boolean constrainedItself(Executable executable, Class<?> type, int parameter) {
            return false;
        }

        @Override
        public @Nullable String unsuitable(Executable executable, Class<?> type, int parameter) {
            return null;
        }

        @Override
        public boolean byMethod(Executable executable, Class<?> type) {
            return false;
        }

        @Override
        public List<Violation> check(
                @Nullable Object target, Executable executable, @Nullable Object[] arguments, Class<?>[] groups) {
            return List.of();
        }

        @Override
        public @Nullable RuntimeException fault(
                Object target,
                Method method,
                @Nullable Object[] arguments,
                Class<?>[] groups,
                IntPredicate parameters) {
            return null;
        }

        @Override
        public @Nullable String message(ObjectError error) {
            return error.getDefaultMessage();
        }

        @Override
        public @Nullable String path(FieldError error) {
            return null;
        }
    };

    /** Whether a parameter has constraints or is validated inside. */
    boolean constrained(Executable executable, Class<?> type, int parameter);

    /** Whether a parameter has constraints, or its elements have; what is inside of it does not count. */
    boolean constrainedItself(Executable executable, Class<?> type, int parameter);

    /** Returns a constraint of a parameter that cannot be checked on its declared type, {@code null} if there is none. */
    @Nullable String unsuitable(Executable executable, Class<?> type, int parameter);

    /** Whether Spring MVC would leave all parameters to method validation, those with {@code @Valid} included. */
    boolean byMethod(Executable executable, Class<?> type);

    /** Returns the violated constraints, by parameter. */
    List<Violation> check(
            @Nullable Object target, Executable executable, @Nullable Object[] arguments, Class<?>[] groups);

    /**
     * Returns what Spring's {@code MethodValidationInterceptor} would throw of violated constraints of some parameters.
     *
     * @param parameters whether a parameter, by its index, counts; -1 stands for constraints about several
     * @return a {@code ConstraintViolationException}, {@code null} if none is violated
     */
    @Nullable RuntimeException fault(
            Object target, Method method, @Nullable Object[] arguments, Class<?>[] groups, IntPredicate parameters);

    /** Returns the message of an error of Spring's, without the value. */
    @Nullable String message(ObjectError error);

    /** Returns the path of a violated constraint, without keys of maps; {@code null} if the error is about something else. */
    @Nullable String path(FieldError error);
}
