package io.github.depends.web.detection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Tells the actuator's endpoints apart, without needing it: those of the application from those of libraries. */
final class ActuatorEndpoints {

    private static final String ENDPOINT = "org.springframework.boot.actuate.endpoint.annotation.Endpoint";
    private static final PathRange DEFAULT_PATH = PathRange.of("/actuator/**");

    private final Map<String, Class<?>> own = new LinkedHashMap<>();

    ActuatorEndpoints(Map<String, Class<?>> ownTypes) {
        for (Class<?> type : ownTypes.values()) {
            MergedAnnotation<?> endpoint =
                    MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).get(ENDPOINT);
            if (endpoint.isPresent()) {
                own.put(endpoint.getString("id"), type);
            }
        }
    }

    /** Whether a mapping is the actuator's. */
    static boolean mapped(HandlerMapping mapping) {
        String name = mapping.getClass().getName();
        return name.startsWith("org.springframework.boot.") && name.contains(".actuate.");
    }

    /** Returns the class of an endpoint of the application, {@code null} if it is a library's. */
    @Nullable Class<?> own(HandlerMethod handler) {
        String operation = handler.getBean().toString();
        return own.entrySet().stream()
                .filter(endpoint -> operation.contains("'" + endpoint.getKey() + "'"))
                .map(Map.Entry<String, Class<?>>::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether the application has moved an endpoint to another path than the actuator's usual one. */
    static boolean moved(Set<String> patterns) {
        return !patterns.stream().map(PathRange::of).allMatch(DEFAULT_PATH::contains);
    }
}
