package io.github.depends.graph;

/** How a use wants its value. */
public enum Delivery {
    /** The value itself; {@code null} is an error. */
    VALUE,
    /** The value or {@code null}. */
    NULLABLE,
    /** An {@code Optional} of the value. */
    OPTIONAL,
    /** A {@code Supplier} of the value, resolved when it is first asked. */
    LAZY,
    /** A {@code Supplier} of the value or {@code null}. */
    LAZY_NULLABLE,
    /** A {@code Supplier} of an {@code Optional}. */
    LAZY_OPTIONAL;

    /** Whether the dependency is resolved only when asked for. */
    public boolean lazy() {
        return compareTo(LAZY) >= 0;
    }

    /** Whether there may be no value. */
    public boolean nullable() {
        return this != VALUE && this != LAZY;
    }
}
