package io.github.depends.web.detection;

import org.jspecify.annotations.Nullable;

/** The class that a class is nested in. */
final class EnclosingClass {

    private EnclosingClass() {}

    /** Returns the class around a class, {@code null} if there is none or it cannot be reached from that class. */
    static @Nullable Class<?> of(Class<?> type) {
        try {
            return type.getEnclosingClass();
        } catch (LinkageError unreachable) {
            return null;
        }
    }
}
