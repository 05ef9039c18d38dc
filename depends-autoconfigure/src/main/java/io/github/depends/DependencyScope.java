package io.github.depends;

/** How long a {@link Yield} stays open. */
public enum DependencyScope {

    /** As declared; at the declaration, {@link #REQUEST}. */
    DEFAULT,

    /** Until the controller method has ended and its outcome is settled; closed before the response is written. */
    FUNCTION,

    /** Until the response has been written to its last byte. */
    REQUEST
}
