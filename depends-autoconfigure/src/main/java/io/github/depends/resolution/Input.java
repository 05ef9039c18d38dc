package io.github.depends.resolution;

import io.github.depends.graph.Use;
import org.jspecify.annotations.Nullable;

/** Where an argument comes from when its turn comes. */
sealed interface Input {

    /** The value in a slot. */
    record Slot(int slot, Use use, boolean primitive) implements Input {}

    /** The value in a slot, made by these steps when it is first asked for. */
    record Lazy(int slot, Use use, int[] steps) implements Input {}

    /** What has been bound for a parameter. */
    record Bound(int parameter) implements Input {}

    /** A value known at start-up. */
    record Constant(@Nullable Object value) implements Input {}

    /** The request's background tasks. */
    record Tasks() implements Input {}
}
