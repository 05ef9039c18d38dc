package io.github.depends.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Values by the classes that they are assignable to, so that nobody has to look at all of them. */
final class ByType<T> {

    private final Map<Class<?>, List<T>> values = new HashMap<>();

    /** Adds a value under a class and everything that it extends and implements. */
    void add(Class<?> type, T value) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        put(boxed, value);
        if (boxed.isInterface()) {
            put(Object.class, value);
        }
    }

    private void put(@Nullable Class<?> type, T value) {
        if (type == null) {
            return;
        }
        List<T> known = values.computeIfAbsent(type, any -> new ArrayList<>());
        if (known.isEmpty() || known.get(known.size() - 1) != value) {
            known.add(value);
            put(type.getSuperclass(), value);
            for (Class<?> each : type.getInterfaces()) {
                put(each, value);
            }
        }
    }

    /** Returns the values of a class and its subclasses, in the order in which they were added. */
    List<T> of(Class<?> type) {
        return values.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), List.of());
    }
}
