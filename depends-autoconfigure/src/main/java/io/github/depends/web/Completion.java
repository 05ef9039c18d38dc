package io.github.depends.web;

/** When the outcome of a controller method that has returned is known. */
enum Completion {
    /** At once. */
    NOW,
    /** At once; Spring MVC then streams on a thread of its executor. */
    NOW_THEN_WORK,
    /** At once; the application then streams on a thread of its own. */
    NOW_THEN_STREAM,
    /** When a thread of the application has delivered the value. */
    LATER,
    /** When a thread of Spring MVC's executor has delivered the value. */
    LATER_BY_WORK,
    /** At once if Spring MVC streams many values, else when it has collected them. */
    AS_SPRING_DECIDES;

    boolean otherThread() {
        return this != NOW;
    }

    boolean byWork() {
        return this == NOW_THEN_WORK || this == LATER_BY_WORK;
    }

    boolean later() {
        return this == LATER || this == LATER_BY_WORK;
    }
}
