package io.github.depends.test;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** The mocks of test instances, from their preparation on; those of the instances around a nested one included. */
final class PreparedMocks {

    private final Map<Object, MockFields> all = Collections.synchronizedMap(new WeakHashMap<>());

    // The compiler may leave out the reference to the instance around a nested one; JUnit prepares both in turn, or the
    // outer one once and long before.
    private final ThreadLocal<List<Object>> inTurn = ThreadLocal.withInitial(ArrayList::new);
    private final Map<Class<?>, WeakReference<Object>> latest = new ConcurrentHashMap<>();

    /** Fills the fields of an instance. */
    void prepare(Object instance) {
        if (!ClassUtils.isInnerClass(instance.getClass())) {
            inTurn.remove(); // of an instance that never came to its test
        }
        all.put(instance, MockFields.fill(instance));
        inTurn.get().removeIf(prepared -> prepared.getClass() == instance.getClass());
        inTurn.get().add(instance);
        for (Class<?> type = instance.getClass(); type != Object.class; type = type.getSuperclass()) {
            latest.put(type, new WeakReference<>(instance));
        }
    }

    /** Returns the instances that have mocks, outermost first, with them; ends the preparation on this thread. */
    Map<Object, MockFields> of(Object instance) {
        List<Object> instances = new ArrayList<>();
        collect(instance, List.copyOf(inTurn.get()), instances);
        inTurn.remove();
        Map<Object, MockFields> mocks = new LinkedHashMap<>();
        for (Object each : instances) {
            MockFields fields = all.computeIfAbsent(each, MockFields::fill);
            if (!fields.isEmpty()) {
                mocks.put(each, fields);
            }
        }
        return mocks;
    }

    private void collect(Object instance, List<Object> turn, List<Object> into) {
        Class<?> type = instance.getClass();
        Object outer = ClassUtils.isInnerClass(type) ? outer(instance, type, turn) : null;
        if (outer != null) {
            collect(outer, turn, into);
        }
        into.add(instance);
    }

    private @Nullable Object outer(Object instance, Class<?> inner, List<Object> turn) {
        Object referred = referred(instance, inner);
        if (referred != null) {
            return referred;
        }
        Class<?> enclosing = inner.getEnclosingClass();
        WeakReference<Object> prepared = latest.get(enclosing);
        return turn.stream().filter(enclosing::isInstance).findFirst().orElse(prepared == null ? null : prepared.get());
    }

    private static @Nullable Object referred(Object instance, Class<?> inner) {
        for (Field field : inner.getDeclaredFields()) {
            if (field.isSynthetic() && field.getName().startsWith("this$")) {
                ReflectionUtils.makeAccessible(field);
                return ReflectionUtils.getField(field, instance);
            }
        }
        return null;
    }
}
