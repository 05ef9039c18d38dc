package io.github.depends.web;

import io.github.depends.graph.Argument.OfRequest;
import io.github.depends.graph.Argument.Place;
import jakarta.servlet.ServletRequest;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.context.request.WebRequest;

/**
 * The names that some parameters read among the query and form parameters of a request, and as what. Immutable once made.
 *
 * @param values by {@code @RequestParam}, with the type of each
 * @param properties as properties of model attributes, with the type of each
 * @param parts as parts of a multipart request
 * @param pathVariables from the path
 * @param everything whether one of them takes whatever there is, as a map does
 * @param readsBody whether one of them reads the body as a whole
 * @param takesRequest whether one of them is the request itself
 */
record ReadNames(
        Map<String, List<Type>> values,
        Map<String, List<Type>> properties,
        Set<String> parts,
        Set<String> pathVariables,
        boolean everything,
        boolean readsBody,
        boolean takesRequest) {

    static ReadNames of(Collection<? extends @Nullable OfRequest> arguments, Set<String> credentials) {
        Map<String, List<Type>> values = new LinkedHashMap<>();
        Map<String, List<Type>> properties = new HashMap<>();
        Set<String> parts = new TreeSet<>();
        Set<String> path = new TreeSet<>();
        boolean everything = false;
        boolean body = false;
        boolean request = false;
        credentials.forEach(name -> add(values, name, String.class));
        for (OfRequest argument : arguments) {
            if (argument == null) {
                continue;
            }
            Place place = argument.place();
            body |= place.body();
            request |= place == Place.OTHER && isRequest(argument.parameter().getParameterType());
            if (place == Place.PATH) {
                path.add(argument.name());
            } else if (place == Place.MODEL) {
                properties(argument).forEach((name, type) -> add(properties, name, type.getType()));
            } else if (place == Place.QUERY && takesAll(argument) || place == Place.OTHER && ofApplication(argument)) {
                everything = true;
            } else if (place == Place.PART) {
                parts.add(argument.name());
            } else if (place == Place.QUERY) {
                add(values, argument.name(), argument.type().getType());
            }
        }
        return new ReadNames(values, properties, parts, path, everything, body, request);
    }

    private static void add(Map<String, List<Type>> to, String name, Type type) {
        to.computeIfAbsent(name, any -> new ArrayList<>()).add(type);
    }

    private static Map<String, ResolvableType> properties(OfRequest argument) {
        Map<String, ResolvableType> properties = BoundProperties.of(argument.type());
        return properties.isEmpty() ? Map.of(argument.name(), argument.type()) : properties;
    }

    private static boolean isRequest(Class<?> type) {
        return ServletRequest.class.isAssignableFrom(type) || WebRequest.class.isAssignableFrom(type);
    }

    private static boolean takesAll(OfRequest argument) {
        return Map.class.isAssignableFrom(argument.type().toClass());
    }

    // What the platform gives, such as a locale, is no parameter of the query; what others resolve may be one.
    private static boolean ofApplication(OfRequest argument) {
        String type = argument.parameter().getParameterType().getName();
        return !type.startsWith("java.")
                && !type.startsWith("jakarta.")
                && (!type.startsWith("org.springframework.") || type.startsWith("org.springframework.data."));
    }

    /** Whether a parameter of a query or form can reach one of them. */
    boolean readsParameters() {
        return !values.isEmpty() || !properties.isEmpty() || !parts.isEmpty() || everything;
    }

    boolean reads(String name) {
        return values.containsKey(name) || properties.containsKey(name) || parts.contains(name);
    }

    /** Whether a name can reach one of them, be it by the name or with everything else. */
    boolean mayRead(String name) {
        return reads(name) || everything || readsBody || takesRequest;
    }

    /** Returns the types as which a name is read, by whomever. */
    List<Type> types(String name) {
        List<Type> types = new ArrayList<>(values.getOrDefault(name, List.of()));
        types.addAll(properties.getOrDefault(name, List.of()));
        return types;
    }
}
