package io.github.depends.resolution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How dependencies are acquired whose values are delivered later.
 *
 * @param order whether they overlap
 * @param timeout how long one may take, {@code null} for as long as it takes
 */
public record Acquisition(Order order, @Nullable Duration timeout) {

    boolean parallel() {
        return order == Order.PARALLEL;
    }

    /** Whether they overlap. */
    public enum Order {
        /** One after another: each is waited for before the next one runs. */
        SEQUENTIAL,
        /** They overlap: one is waited for when its value is needed, or when all have run. */
        PARALLEL
    }
}
