package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** What a parameter of a dependency or endpoint is filled with. */
public sealed interface Argument {

    /** Returns those that are other dependencies, in order. */
    static List<OfDependency> dependencies(List<Argument> arguments) {
        List<OfDependency> dependencies = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            if (argument instanceof OfDependency needed) {
                dependencies.add(needed);
            }
        }
        return List.copyOf(dependencies);
    }

    /** Returns one for each, {@code null} for those that are not bound from the request. */
    static List<@Nullable OfRequest> requested(List<Argument> arguments) {
        List<@Nullable OfRequest> requested = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            requested.add(argument instanceof OfRequest request ? request : null);
        }
        return requested;
    }

    /** Another dependency. */
    record OfDependency(Use use, DependencyNode node) implements Argument {}

    /**
     * Something Spring MVC binds.
     *
     * @param parameter the parameter
     * @param place where in the request it is read
     * @param name name in the request, empty where it has none
     * @param followedByErrors whether its faults belong to an {@code Errors} parameter behind it
     */
    record OfRequest(MethodParameter parameter, Place place, String name, boolean followedByErrors)
            implements Argument {

        /** Returns the type of the parameter inside an {@code Optional}. */
        public ResolvableType type() {
            return ResolvableType.forMethodParameter(parameter.nestedIfOptional());
        }
    }

    /** The composed annotation of the use. */
    record OfAnnotation(Annotation annotation) implements Argument {}

    /** The composed annotation that counts for the endpoint, {@code null} where there is none. */
    record OfNearest(Class<? extends Annotation> type) implements Argument {}

    /** The accumulated OAuth2 scopes. */
    record OfScopes() implements Argument {}

    /** The request's background tasks. */
    record OfTasks() implements Argument {}

    /** Nothing: the compiler has added it, such as the continuation of a suspending function. */
    record OfCaller() implements Argument {}

    /** Where in a request a parameter is read. */
    enum Place {
        QUERY("query"),
        HEADER("header"),
        PATH("path"),
        COOKIE("cookie"),
        BODY("body"),
        PART("part"),
        MODEL("query"),
        /** A whole request entity: body and headers. */
        ENTITY("body"),
        /** Not a request parameter: the request itself, the principal, a locale, an application's own. */
        OTHER(null);

        private final @Nullable String in;

        Place(@Nullable String in) {
            this.in = in;
        }

        /** Returns how faults name the place; {@code null} for what is no request parameter. */
        public @Nullable String in() {
            return in;
        }

        /** Whether two names mean the same parameter here: those of headers are compared without case (RFC 9110, 5.1). */
        public boolean sameName(String one, String other) {
            return this == HEADER ? one.equalsIgnoreCase(other) : one.equals(other);
        }

        /** Whether it is a parameter of the request. */
        public boolean parameter() {
            return this != OTHER;
        }

        /** Whether binding it reads the body as a whole. */
        public boolean body() {
            return this == BODY || this == ENTITY;
        }

        /** Whether binding it reads the body, as a whole or in parts. */
        public boolean readsBody() {
            return body() || this == PART;
        }
    }
}
