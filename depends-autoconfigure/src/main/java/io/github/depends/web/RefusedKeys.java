package io.github.depends.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NullValueInNestedPathException;
import org.springframework.beans.TypeMismatchException;

/**
 * Finds the exceptions with which a data binder gives up on a key that the client chose, such as an index that no list
 * has. Spring MVC has no answer for them but 500.
 */
final class RefusedKeys {

    private RefusedKeys() {}

    /** Whether a data binder has thrown this because of a key. */
    static boolean refused(Throwable thrown) {
        if (thrown instanceof InvalidPropertyException invalid) {
            return invalid instanceof NullValueInNestedPathException || ofKey(invalid.getCause());
        }
        return unusable(thrown) && thrownBySpringsBinder(thrown);
    }

    /** Returns the path that the client asked for, empty if the exception does not say. */
    static String path(Throwable thrown) {
        return thrown instanceof InvalidPropertyException invalid ? invalid.getPropertyName() : "";
    }

    // Any other cause is what a getter of the application has thrown.
    private static boolean ofKey(@Nullable Throwable cause) {
        return cause == null
                || unusable(cause)
                || cause instanceof TypeMismatchException
                || cause instanceof NullPointerException
                || cause instanceof InvalidPropertyException;
    }

    private static boolean unusable(Throwable thrown) {
        return thrown instanceof NumberFormatException
                || thrown instanceof IndexOutOfBoundsException
                || thrown instanceof NegativeArraySizeException;
    }

    private static boolean thrownBySpringsBinder(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.")) {
                return frame.getClassName().startsWith("org.springframework.beans.")
                        || frame.getClassName().startsWith("org.springframework.validation.");
            }
        }
        return false;
    }
}
