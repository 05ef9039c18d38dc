package io.github.depends.graph;

import io.github.depends.DependencyScope;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * One place that asks for a dependency.
 *
 * @param value class that is named, {@code null} where the parameter's type says it
 * @param name name that is given, empty if none
 * @param type type of the value; {@link ResolvableType#NONE} for a route-level use
 * @param useCache whether the value is shared
 * @param scope scope of the yield, {@code DEFAULT} as declared
 * @param security whether it is a {@code @Security} use
 * @param oauth2Scopes OAuth2 scopes of the use
 * @param composed annotations between the place and {@code @Depends}, outermost first; empty for {@code @Depends} itself
 * @param delivery how the value is wanted
 * @param site who asks
 */
public record Use(
        @Nullable Class<?> value,
        String name,
        ResolvableType type,
        boolean useCache,
        DependencyScope scope,
        boolean security,
        List<String> oauth2Scopes,
        List<Annotation> composed,
        Delivery delivery,
        Site site) {

    /** Copies the lists. */
    public Use {
        oauth2Scopes = List.copyOf(oauth2Scopes);
        composed = List.copyOf(composed);
    }

    /** Returns the same use with other annotations. */
    Use composedOf(List<Annotation> annotations) {
        return new Use(value, name, type, useCache, scope, security, oauth2Scopes, annotations, delivery, site);
    }

    /** Whether it stands on no parameter and runs its dependency for the effect. */
    public boolean routeLevel() {
        return type == ResolvableType.NONE;
    }

    /** Returns the type that is asked for. */
    public ResolvableType requested() {
        return value == null || type.resolve() == value
                ? type
                : ResolvableType.forType(TypeVariables.madeFor(value, type.getType()));
    }

    /** Returns the class of the type that is asked for, {@code null} if nothing says it. */
    @Nullable Class<?> requestedClass() {
        return value == null ? type.resolve() : value;
    }

    /** Returns how messages name what is asked for. */
    public String label() {
        String label = Names.of(requested());
        return name.isEmpty() ? label : label + "\" named \"" + name;
    }

    /** Returns the composed annotation of a type, {@code null} if the use has none. */
    public @Nullable Annotation composed(Class<?> annotationType) {
        return composed.stream()
                .filter(annotation -> annotation.annotationType() == annotationType)
                .findFirst()
                .orElse(null);
    }
}
