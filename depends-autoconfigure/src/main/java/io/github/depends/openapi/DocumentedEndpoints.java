package io.github.depends.openapi;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.graph.Endpoint;
import io.github.depends.graph.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Finds what an endpoint has to say in the document by the handler that springdoc asks about. */
final class DocumentedEndpoints {

    private final Map<Object, DocumentedEndpoint> byHandler = new IdentityHashMap<>();
    private final Map<Method, DocumentedEndpoint> byMethod = new HashMap<>();
    private final Map<Method, DocumentedEndpoint> plain = new HashMap<>();
    private final SchemeNames schemeNames;

    /**
     * Reads the endpoints of a graph.
     *
     * @param answeredAlike endpoints without uses that answer wrong requests as those with uses do
     */
    DocumentedEndpoints(DependencyGraph graph, List<Endpoint> answeredAlike) {
        answeredAlike.forEach(endpoint -> putByMethod(plain, endpoint, DocumentedEndpoint.of(endpoint)));
        for (Endpoint endpoint : graph.endpoints()) {
            DocumentedEndpoint documented = DocumentedEndpoint.of(endpoint);
            byHandler.put(endpoint.declaration().id(), documented);
            putByMethod(byMethod, endpoint, documented);
        }
        this.schemeNames = SchemeNames.of(schemes());
    }

    private static void putByMethod(
            Map<Method, DocumentedEndpoint> methods, Endpoint endpoint, DocumentedEndpoint documented) {
        methods.putIfAbsent(endpoint.declaration().method(), documented);
        if (endpoint.declaration().id() instanceof HandlerMethod handler) {
            methods.putIfAbsent(handler.getMethod(), documented);
        }
    }

    private List<Provider.OfScheme> schemes() {
        List<Provider.OfScheme> schemes = new ArrayList<>();
        all().forEach(endpoint -> schemes.addAll(endpoint.schemes().keySet()));
        return schemes.stream().distinct().toList();
    }

    /** Returns all endpoints that use dependencies. */
    List<DocumentedEndpoint> all() {
        return List.copyOf(byHandler.values());
    }

    /** Returns the keys of the security schemes in the document. */
    SchemeNames schemeNames() {
        return schemeNames;
    }

    /** Returns what answers in place of a handler, {@code null} if only Spring MVC does. */
    @Nullable DocumentedEndpoint answering(HandlerMethod handler) {
        DocumentedEndpoint found = find(handler);
        return found == null ? plain.get(handler.getMethod()) : found;
    }

    /** Returns what is known of a handler, {@code null} if it uses no dependency. */
    @Nullable DocumentedEndpoint find(HandlerMethod handler) {
        DocumentedEndpoint found = byHandler.get(handler);
        return found == null ? byMethod.get(handler.getMethod()) : found;
    }
}
