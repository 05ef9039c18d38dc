package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the composed annotation that counts for an endpoint: the innermost route-level one, or else a parameter's. */
public final class NearestAnnotation {

    private final Class<? extends Annotation> type;
    private final Set<DependencyNode> seen = new HashSet<>();

    private NearestAnnotation(Class<? extends Annotation> type) {
        this.type = type;
    }

    /** Returns the annotation of a type that counts, {@code null} if the endpoint reaches none. */
    public static @Nullable Annotation of(Endpoint endpoint, Class<? extends Annotation> type) {
        List<Endpoint.RouteDependency> routeUses = endpoint.routeUses();
        for (int index = routeUses.size() - 1; index >= 0; index--) {
            Annotation annotation = routeUses.get(index).argument().use().composed(type);
            if (annotation != null) {
                return annotation;
            }
        }
        return new NearestAnnotation(type).first(endpoint.needs());
    }

    private @Nullable Annotation first(List<Argument.OfDependency> uses) {
        for (Argument.OfDependency use : uses) {
            Annotation own = use.use().composed(type);
            if (own != null) {
                return own;
            }
            Annotation below = seen.add(use.node()) ? first(use.node().needs()) : null;
            if (below != null) {
                return below;
            }
        }
        return null;
    }
}
