package io.github.depends.graph;

import java.lang.annotation.Annotation;

/**
 * Drops inherited route-level uses for an endpoint.
 *
 * @param value the dependency's class or the composed annotation
 * @param name name of the dependency, empty if none is given
 * @param site where it is written
 */
public record Exemption(Class<?> value, String name, Site site) {

    /** Whether it drops a use. */
    boolean drops(Use use) {
        boolean composed = value.isAnnotation()
                && use.composed().stream().map(Annotation::annotationType).anyMatch(value::equals);
        return composed || value == use.value() && (name.isEmpty() || name.equals(use.name()));
    }
}
