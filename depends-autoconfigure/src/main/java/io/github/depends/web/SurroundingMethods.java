package io.github.depends.web;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingMatrixVariableException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** The methods that Spring MVC calls around an endpoint, {@code @ModelAttribute} and {@code @InitBinder}, and their faults. */
final class SurroundingMethods {

    private SurroundingMethods() {}

    /** Returns the parameter of such a method that could not be bound, {@code null} if it is about something else. */
    static @Nullable MethodParameter parameter(Throwable thrown) {
        MethodParameter parameter = told(thrown);
        return parameter != null && parameter.getMethod() != null && surrounds(parameter.getMethod())
                ? parameter
                : null;
    }

    private static boolean surrounds(Method method) {
        return RequestMappingHandlerAdapter.MODEL_ATTRIBUTE_METHODS.matches(method)
                || RequestMappingHandlerAdapter.INIT_BINDER_METHODS.matches(method);
    }

    private static @Nullable MethodParameter told(Throwable thrown) {
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getParameter();
        }
        if (thrown instanceof MethodArgumentNotValidException invalid) {
            return invalid.getParameter();
        }
        return missing(thrown);
    }

    private static @Nullable MethodParameter missing(Throwable thrown) {
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return missing.getMethodParameter();
        }
        if (thrown instanceof MissingRequestHeaderException missing) {
            return missing.getParameter();
        }
        if (thrown instanceof MissingRequestCookieException missing) {
            return missing.getParameter();
        }
        if (thrown instanceof MissingPathVariableException missing) {
            return missing.getParameter();
        }
        return thrown instanceof MissingMatrixVariableException missing ? missing.getParameter() : null;
    }
}
