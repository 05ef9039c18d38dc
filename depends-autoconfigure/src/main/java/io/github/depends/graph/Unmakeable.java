package io.github.depends.graph;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Why no object of a class can be made, although it has a constructor.
 *
 * @param reason what is wrong with the class, in words that follow its name
 * @param action what to do about it
 */
record Unmakeable(String reason, String action) {

    /** Returns why, {@code null} if an object can be made. */
    static @Nullable Unmakeable of(Class<?> type) {
        String name = Names.of(type);
        if (Enum.class.isAssignableFrom(type)) {
            return new Unmakeable(
                    "is an enum, of which no other object can be made",
                    "Write a @Dependency method that returns " + name);
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return new Unmakeable(
                    "is an abstract class, of which no object can be made",
                    "Ask for a class that extends it, or write a @Dependency method that returns " + name);
        }
        if (inner(type)) {
            return new Unmakeable(
                    "is an inner class, which needs an object of the class around it to be made", declareStatic(type));
        }
        return local(type)
                ? new Unmakeable(
                        "is declared in a method, whose variables it needs to be made",
                        "Declare " + name + " outside of the method")
                : null;
    }

    /** Whether objects of a class belong to one of the class around it. */
    static boolean inner(Class<?> type) {
        return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    }

    /** Returns what to do about an inner class. */
    static String declareStatic(Class<?> type) {
        return "Declare " + Names.of(type) + " static, or outside of the class around it";
    }

    // Records are static wherever they are declared.
    private static boolean local(Class<?> type) {
        if (!type.isLocalClass() && !type.isAnonymousClass() || type.isRecord()) {
            return false;
        }
        Method around = type.getEnclosingMethod();
        return around == null
                || !Modifier.isStatic(around.getModifiers())
                || Arrays.stream(type.getDeclaredFields()).anyMatch(Field::isSynthetic);
    }
}
