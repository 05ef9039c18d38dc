package io.github.depends.resolution;

import io.github.depends.graph.Argument;
import io.github.depends.graph.Provider;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one dependency that are bound from the request; bound once, however often it runs.
 *
 * @param index index in the plan
 * @param provider the dependency
 * @param arguments one for each parameter; {@code null} for those that are not bound from the request
 */
public record BindingGroup(int index, Provider.Executing provider, List<Argument.@Nullable OfRequest> arguments) {

    /** Freezes the list, which may hold {@code null}. */
    public BindingGroup {
        arguments = Collections.unmodifiableList(arguments);
    }

    /** Whether binding it reads the body, as a whole or in parts. */
    public boolean bindsBody() {
        return arguments.stream()
                .anyMatch(argument -> argument != null && argument.place().readsBody());
    }
}
