package io.github.depends.web;

import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingMatrixVariableException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Tells what is wrong with a parameter by what Spring's resolver or the validator says; never with the value. */
final class ParameterFaults {

    private static final String MISSING_BODY = "Required request body is missing";

    private final Messages messages;
    private final Constraints constraints;

    ParameterFaults(Messages messages, Constraints constraints) {
        this.messages = messages;
        this.constraints = constraints;
    }

    /** Returns the faults that an exception tells, {@code null} if it is about something else. */
    @Nullable List<RequestError> of(Exception thrown, OfRequest argument, HttpServletRequest request, boolean guard) {
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return one(in(argument, missing.getParameterName(), request, guard), missing.getParameterName(), "missing");
        }
        if (thrown instanceof MissingRequestHeaderException missing) {
            return one("header", missing.getHeaderName(), "missing");
        }
        if (thrown instanceof MissingRequestCookieException missing) {
            return one("cookie", missing.getCookieName(), "missing");
        }
        if (thrown instanceof MissingMatrixVariableException missing) {
            return one("path", missing.getVariableName(), "missing");
        }
        if (thrown instanceof MissingPathVariableException missing) {
            return missing.isMissingAfterConversion() ? one("path", missing.getVariableName(), "missing") : null;
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return one("part", missing.getRequestPartName(), "missing");
        }
        if (thrown instanceof MultipartException && !multipart(request)) {
            return one("part", argument.name(), "missing");
        }
        if (thrown instanceof BindException || thrown instanceof MethodArgumentNotValidException) {
            return bound((BindingResult) thrown, argument, request, guard);
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable, argument);
        }
        return thrown instanceof TypeMismatchException
                        && !(thrown instanceof MethodArgumentConversionNotSupportedException)
                ? one(in(argument, argument.name(), request, guard), argument.name(), "type")
                : null;
    }

    /** Returns the fault that a violated constraint is. */
    RequestError of(Violation violation, OfRequest argument, HttpServletRequest request, boolean guard) {
        boolean structured = argument.place().body() || argument.place() == Place.MODEL;
        String name = structured
                ? violation.path()
                : argument.place() == Place.PART ? part(argument, violation.path()) : argument.name();
        return new RequestError(in(argument, name, request, guard), name, violation.code(), violation.message());
    }

    private static String part(OfRequest argument, String path) {
        return path.isEmpty() || path.startsWith("[") ? argument.name() + path : argument.name() + "." + path;
    }

    private List<RequestError> bound(
            BindingResult result, OfRequest argument, HttpServletRequest request, boolean guard) {
        return result.getAllErrors().stream()
                .map(error -> bound(error, argument, request, guard))
                .sorted(Comparator.comparing(RequestError::name).thenComparing(RequestError::code))
                .toList();
    }

    private RequestError bound(ObjectError error, OfRequest argument, HttpServletRequest request, boolean guard) {
        String path = error instanceof FieldError field
                ? PropertyPaths.withoutKeys(constraints.path(field), argument.type())
                : "";
        String name = argument.place() == Place.PART ? part(argument, path) : path;
        String in = in(argument, name, request, guard);
        if (error instanceof FieldError field && field.isBindingFailure()) {
            String code = "required".equals(field.getCode()) ? "missing" : "type";
            return new RequestError(in, name, code, messages.of(code, name));
        }
        String code = Objects.requireNonNullElse(error.getCode(), "invalid");
        String text = constraints.message(error);
        if (text == null || text.isEmpty()) {
            text = messages.source().getMessage(error, LocaleContextHolder.getLocale());
        }
        return new RequestError(in, name, code, text);
    }

    private List<RequestError> unreadable(HttpMessageNotReadableException thrown, OfRequest argument) {
        String in = argument.place() == Place.PART ? "part" : "body";
        if (String.valueOf(thrown.getMessage()).startsWith(MISSING_BODY)) {
            return one(in, argument.name(), "missing");
        }
        String path = JsonPaths.of(thrown.getCause());
        if (path == null) {
            return one(in, argument.name(), "unreadable");
        }
        String code = JsonPaths.unknown(thrown.getCause()) ? "unreadable" : "type";
        return one(in, argument.place() == Place.PART ? part(argument, path) : path, code);
    }

    private List<RequestError> one(String in, String name, String code) {
        return List.of(new RequestError(in, name, code, messages.of(code, name)));
    }

    private static String in(OfRequest argument, String name, HttpServletRequest request, boolean guard) {
        Place place = argument.place();
        if (guard || place != Place.QUERY && place != Place.MODEL) {
            return place.in() == null ? "query" : place.in();
        }
        return form(request) && !QueryString.parse(request).containsKey(name) ? "form" : "query";
    }

    private static boolean form(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "application/x-www-form-urlencoded")
                || multipart(request);
    }

    private static boolean multipart(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }
}
