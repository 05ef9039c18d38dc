package io.github.depends.web;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.converter.HttpMessageNotReadableException;
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

    private static final String SOMEWHERE = "request";
    private static final String MISSING_BODY = "Required request body is missing";

    private final Messages messages;
    private final Constraints constraints;

    ParameterFaults(Messages messages, Constraints constraints) {
        this.messages = messages;
        this.constraints = constraints;
    }

    /**
     * Returns the faults that an exception tells, {@code null} if it is about something else: also where a converter of the
     * application says how to answer.
     */
    @Nullable List<ParameterFault> of(Exception thrown, OfRequest argument, SentQuery query, boolean guard) {
        if (Statuses.told(thrown.getCause())) {
            return null;
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            String name = missing.getParameterName();
            return one(!guard && query.sendsByForm(name) ? "form" : "query", name, "missing");
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
        if (Attributes.missing(thrown, argument)) {
            return one(in(argument, "", query, guard), name(argument), "missing");
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return one("part", missing.getRequestPartName(), "missing");
        }
        if (thrown instanceof MultipartException && !query.hasParts()) {
            return one("part", argument.name(), "missing");
        }
        if (thrown instanceof BindException || thrown instanceof MethodArgumentNotValidException) {
            return bound((BindingResult) thrown, argument, query, guard);
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable, argument);
        }
        if (argument.place() == Place.MODEL && RefusedKeys.refused(thrown)) {
            String path = PropertyPaths.withoutIndexes(RefusedKeys.path(thrown), argument.type());
            return one(in(argument, path, query, guard), path, "type");
        }
        return thrown instanceof TypeMismatchException
                        && !(thrown instanceof MethodArgumentConversionNotSupportedException)
                ? one(in(argument, name(argument), query, guard), name(argument), "type")
                : null;
    }

    /** Returns the fault of a name for which the request gives a value that no guard has seen. */
    ParameterFault unseen(String in, String name) {
        return new ParameterFault(in, name, "duplicate", () -> messages.of("duplicate", name));
    }

    /** Returns the fault that a violated constraint is. */
    ParameterFault of(Violation violation, OfRequest argument, SentQuery query, boolean guard) {
        String name = switch (argument.place()) {
            case BODY, ENTITY, MODEL -> violation.path();
            case PART, OTHER -> part(argument, violation.path());
            default -> argument.name();
        };
        return new ParameterFault(in(argument, name, query, guard), name, violation.code(), violation.message());
    }

    /** Returns the fault that a violated constraint about several parameters is. */
    ParameterFault ofSeveral(Violation violation) {
        return new ParameterFault(SOMEWHERE, "", violation.code(), violation.message());
    }

    private static String part(OfRequest argument, String path) {
        String name = name(argument);
        return path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path;
    }

    private static String name(OfRequest argument) {
        return argument.place() == Place.OTHER ? Attributes.name(argument.parameter()) : argument.name();
    }

    private List<ParameterFault> bound(BindingResult result, OfRequest argument, SentQuery query, boolean guard) {
        return result.getAllErrors().stream()
                .map(error -> bound(error, argument, query, guard))
                .sorted(Comparator.comparing(ParameterFault::name).thenComparing(ParameterFault::code))
                .toList();
    }

    private ParameterFault bound(ObjectError error, OfRequest argument, SentQuery query, boolean guard) {
        String path = error instanceof FieldError field ? path(field, argument) : "";
        boolean named = argument.place() == Place.PART || argument.place() == Place.OTHER;
        String name = named ? part(argument, path) : path;
        String in = in(argument, name, query, guard);
        if (error instanceof FieldError field && field.isBindingFailure()) {
            String code = "required".equals(field.getCode()) ? "missing" : "type";
            return new ParameterFault(in, name, code, () -> messages.of(code, name));
        }
        return new ParameterFault(in, name, Objects.requireNonNullElse(error.getCode(), "invalid"), () -> text(error));
    }

    private String path(FieldError error, OfRequest argument) {
        String path = constraints.path(error);
        return path == null ? PropertyPaths.withoutKeys(error.getField(), argument.type()) : path;
    }

    private String text(ObjectError error) {
        String text = constraints.message(error);
        return text == null || text.isEmpty()
                ? messages.source().getMessage(error, LocaleContextHolder.getLocale())
                : text;
    }

    private List<ParameterFault> unreadable(HttpMessageNotReadableException thrown, OfRequest argument) {
        String in = argument.place() == Place.PART ? "part" : "body";
        if (String.valueOf(thrown.getMessage()).startsWith(MISSING_BODY)) {
            return one(in, argument.name(), "missing");
        }
        String path = JsonPaths.of(thrown.getCause());
        if (path == null) {
            return one(in, argument.name(), "unreadable");
        }
        String name = argument.place() == Place.PART ? part(argument, path) : path;
        return one(in, name, JsonPaths.code(thrown.getCause()));
    }

    private List<ParameterFault> one(String in, String name, String code) {
        return List.of(new ParameterFault(in, name, code, () -> messages.of(code, name)));
    }

    // Where an application's own resolver takes a value from, nobody else knows.
    private static String in(OfRequest argument, String name, SentQuery query, boolean guard) {
        return switch (argument.place()) {
            case QUERY, MODEL -> !guard && query.sendsByForm(name) ? "form" : "query";
            case OTHER -> Attributes.ofSession(argument.parameter()) ? "session" : SOMEWHERE;
            default -> Objects.requireNonNull(argument.place().in());
        };
    }
}
