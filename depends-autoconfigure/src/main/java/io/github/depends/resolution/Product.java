package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.Yield;
import io.github.depends.graph.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a dependency returns, and how its value is taken out of that.
 *
 * @param provider the dependency
 * @param stage whether the value is delivered later
 * @param yields whether it is a yield
 * @param scope how long that stays open
 * @param timeout how long a stage may take, {@code null} for as long as it takes
 */
record Product(
        Provider provider,
        boolean stage,
        boolean yields,
        DependencyScope scope,
        @Nullable Duration timeout) {

    /** Returns the value, waiting for it where it is delivered later. */
    @Nullable Object value(@Nullable Object result, OpenYields open) throws Throwable {
        return stage && result != null
                ? opened(new Arrival(this, result, open).await(), open, -1)
                : opened(result, open, -1);
    }

    /** Returns the value of what was returned or delivered; a yield is opened in its place. */
    @Nullable Object opened(@Nullable Object delivered, OpenYields open, int place) throws Exception {
        Object value = delivered;
        if (yields) {
            if (value == null) {
                throw new IllegalStateException("'" + provider.label() + "' returned null instead of a Yield");
            }
            value = open.open((Yield<?>) value, provider, scope, place);
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
