package io.github.depends.graph;

import io.github.depends.DependencyScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * A replacement of a dependency in a test.
 *
 * @param dependency class that is named, as in a use; {@code null} where the type says it
 * @param name name that is given, empty if none
 * @param type type of the value; {@link ResolvableType#NONE} where nothing is said about it
 * @param substitute what takes its place
 */
public record DependencyOverride(
        @Nullable Class<?> dependency, String name, ResolvableType type, Substitute substitute) {

    /** Returns the use that would mean the dependency to replace. */
    Use target() {
        return new Use(
                dependency,
                name,
                type,
                true,
                DependencyScope.DEFAULT,
                false,
                List.of(),
                List.of(),
                Delivery.NULLABLE,
                Site.of(""));
    }

    /** Returns the composed annotation whose uses it replaces, {@code null} if it replaces a dependency. */
    @Nullable Class<?> annotation() {
        return dependency != null && dependency.isAnnotation() ? dependency : null;
    }
}
