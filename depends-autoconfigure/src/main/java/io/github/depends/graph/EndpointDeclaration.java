package io.github.depends.graph;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.springframework.core.MethodParameter;

/**
 * A controller method as it was found, before its uses are settled.
 *
 * @param id identity of the mapping it was found in
 * @param label its mappings, such as {@code GET /articles}
 * @param controller class of the controller, without proxies
 * @param method the method
 * @param parameters its parameters
 * @param routeUses route-level uses of all levels, outermost first
 * @param exemptions what it or its class is exempted from
 * @param mappings for each mapping, the path variables of its patterns
 * @param answer how its result is delivered
 */
public record EndpointDeclaration(
        Object id,
        String label,
        Class<?> controller,
        Method method,
        List<MethodParameter> parameters,
        List<RouteUse> routeUses,
        List<Exemption> exemptions,
        List<Set<String>> mappings,
        Answer answer) {

    /** Copies the lists. */
    public EndpointDeclaration {
        parameters = List.copyOf(parameters);
        routeUses = List.copyOf(routeUses);
        exemptions = List.copyOf(exemptions);
        mappings = List.copyOf(mappings);
    }

    /** Returns where it is written. */
    public Site site() {
        return Site.of(method);
    }

    /** Whether it is the application's own, and does not come with a library. */
    public boolean own() {
        return !LibraryClasses.contains(controller);
    }

    /** How a controller method delivers its result. */
    public enum Answer {
        /** When the method returns. */
        DIRECT,
        /** Later, as one value. */
        DEFERRED,
        /** Later, as a stream that outlives the method. */
        STREAMING
    }
}
