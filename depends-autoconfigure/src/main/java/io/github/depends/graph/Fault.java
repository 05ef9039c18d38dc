package io.github.depends.graph;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the declared dependencies.
 *
 * @param message what is wrong and who asked
 * @param site where it stands
 * @param action what to write instead
 */
public record Fault(String message, Site site, String action) {

    /** Returns the place in the source, as a stack trace would print it; {@code null} for configuration. */
    public @Nullable String location() {
        return SourceLocation.of(site);
    }
}
