package io.github.depends.graph.rule;

/** What the application's validator can check. */
public enum ValidationSupport {

    /** Nothing: there is no validator, or no Bean Validation provider. */
    NONE,
    /** Objects that a data binder has bound, such as a body with {@code @Valid}; by a validator that is Spring's own type. */
    BOUND_OBJECTS,
    /** All constraints, by Bean Validation. */
    CONSTRAINTS
}
