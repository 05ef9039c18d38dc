package io.github.depends.web;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import java.lang.annotation.Annotation;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.SessionAttribute;

/** What is no parameter of the request, but an attribute of it or of the session, or given by another resolver. */
final class Attributes {

    private Attributes() {}

    /** Whether an exception tells that a value is missing; Spring MVC has no type of its own for attributes. */
    static boolean missing(Exception thrown, OfRequest argument) {
        return argument.place() == Place.OTHER
                && (thrown instanceof MissingRequestValueException
                        || thrown instanceof ServletRequestBindingException && named(argument.parameter()));
    }

    static boolean ofSession(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(SessionAttribute.class);
    }

    private static boolean named(MethodParameter parameter) {
        return ofSession(parameter) || parameter.hasParameterAnnotation(RequestAttribute.class);
    }

    /** Returns the name of the attribute, otherwise that of the parameter. */
    static String name(MethodParameter parameter) {
        Class<? extends Annotation> type = ofSession(parameter) ? SessionAttribute.class : RequestAttribute.class;
        String given = MergedAnnotations.from(parameter.getParameterAnnotations())
                .get(type)
                .getValue("name", String.class)
                .orElse("");
        return StringUtils.hasText(given) ? given : Objects.requireNonNullElse(parameter.getParameterName(), "");
    }
}
