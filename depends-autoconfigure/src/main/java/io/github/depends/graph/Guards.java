package io.github.depends.graph;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.ResolvableType;

/** The uses of an endpoint that make a guard, in the order in which they decide. */
public final class Guards {

    private final List<Argument.OfDependency> guards = new ArrayList<>();
    private final Set<DependencyNode> seen = new LinkedHashSet<>();

    private Guards() {}

    /** Returns the uses of an endpoint that make a guard. */
    public static List<Argument.OfDependency> of(Endpoint endpoint) {
        Guards found = new Guards();
        endpoint.needs().forEach(found::collect);
        return found.guards;
    }

    /** Returns every dependency that an endpoint reaches, in the order in which they are resolved. */
    public static Set<DependencyNode> reached(Endpoint endpoint) {
        Guards found = new Guards();
        endpoint.needs().forEach(found::collect);
        return found.seen;
    }

    private void collect(Argument.OfDependency use) {
        boolean first = !seen.contains(use.node());
        if (first) {
            use.node().needs().forEach(this::collect);
            seen.add(use.node());
        }
        boolean guard = first ? Endpoint.guards(use) : Endpoint.guardsByUse(use);
        if (guard && guards.stream().noneMatch(known -> same(known, use))) {
            guards.add(use);
        }
    }

    private static boolean same(Argument.OfDependency one, Argument.OfDependency other) {
        return one.node().equals(other.node())
                && one.use().oauth2Scopes().equals(other.use().oauth2Scopes())
                && one.use().composed().equals(other.use().composed());
    }

    /** Whether a guard is meant by a class: its value's, its declaring one, a scheme's or a composed annotation. */
    public static boolean meantBy(Class<?> type, Argument.OfDependency guard) {
        if (type.isAnnotation()) {
            return guard.use().composed().stream()
                    .map(Annotation::annotationType)
                    .anyMatch(type::equals);
        }
        Provider provider = guard.node().provider();
        return type != Object.class && meantBy(type, provider);
    }

    private static boolean meantBy(Class<?> type, Provider provider) {
        return provider.valueType() != ResolvableType.NONE
                        && type.isAssignableFrom(provider.valueType().toClass())
                || provider instanceof Provider.OfMethod method && type.isAssignableFrom(method.beanType())
                || provider instanceof Provider.OfScheme scheme && type.isAssignableFrom(scheme.type());
    }
}
