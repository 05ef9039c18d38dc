package io.github.depends.web;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NullValueInNestedPathException;

/**
 * Finds the exceptions with which a data binder gives up on a key that the client chose, such as an index that no list
 * has. Spring MVC has no answer for them but 500.
 */
final class RefusedKeys {

    private RefusedKeys() {}

    /** Whether a data binder has thrown this because of a key. */
    static boolean refused(Throwable thrown) {
        if (thrown instanceof InvalidPropertyException invalid) {
            return invalid instanceof NullValueInNestedPathException || !ofGetter(invalid.getCause());
        }
        return unusable(thrown) && thrownBySpringsBinder(thrown);
    }

    /** Returns the path that the client asked for, empty if the exception does not say. */
    static String path(Throwable thrown) {
        return thrown instanceof InvalidPropertyException invalid ? invalid.getPropertyName() : "";
    }

    private static boolean ofGetter(@Nullable Throwable cause) {
        return cause instanceof InvocationTargetException;
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
