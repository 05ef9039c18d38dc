package io.github.depends.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.ClassUtils;

/** Values by the classes that they are assignable to, so that nobody has to look at all of them. */
final class ByType<T> {

    private final Map<Class<?>, List<T>> values = new HashMap<>();

    /** Adds a value under a class and everything that it extends and implements. */
    void add(Class<?> type, T value) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        for (Class<?> each = boxed; each != null; each = each.getSuperclass()) {
            put(each, value);
        }
        ClassUtils.getAllInterfacesForClassAsSet(boxed).forEach(each -> put(each, value));
        if (boxed.isInterface()) {
            put(Object.class, value);
        }
    }

    private void put(Class<?> type, T value) {
        List<T> known = values.computeIfAbsent(type, any -> new ArrayList<>());
        if (known.isEmpty() || known.get(known.size() - 1) != value) {
            known.add(value);
        }
    }

    /** Returns the values of a class and its subclasses, in the order in which they were added. */
    List<T> of(Class<?> type) {
        return values.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), List.of());
    }
}
