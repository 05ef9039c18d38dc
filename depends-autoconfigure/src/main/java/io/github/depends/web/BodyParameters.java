package io.github.depends.web;

import java.lang.annotation.Annotation;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.validation.annotation.ValidationAnnotationUtils;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.NativeWebRequest;

/** The rules of Spring's for a {@code @RequestBody} parameter, for a body that several parameters share. */
final class BodyParameters {

    private BodyParameters() {}

    static boolean required(MethodParameter parameter) {
        RequestBody annotation = parameter.getParameterAnnotation(RequestBody.class);
        return (annotation == null || annotation.required()) && !parameter.isOptional();
    }

    static HttpMessageNotReadableException missing(NativeWebRequest request) {
        return new HttpMessageNotReadableException(
                "Required request body is missing",
                new ServletServerHttpRequest(java.util.Objects.requireNonNull(
                        request.getNativeRequest(jakarta.servlet.http.HttpServletRequest.class))));
    }

    static void validate(WebDataBinder binder, MethodParameter parameter) {
        for (Annotation annotation : parameter.getParameterAnnotations()) {
            Object[] hints = ValidationAnnotationUtils.determineValidationHints(annotation);
            if (hints != null) {
                binder.validate(hints);
                return;
            }
        }
    }
}
