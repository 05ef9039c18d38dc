package io.github.depends.test;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.util.ReflectionUtils;

/** The mocks of test instances, from their preparation on; those of the instances around a nested one included. */
final class PreparedMocks {

    private final Map<Object, MockFields> all = Collections.synchronizedMap(new WeakHashMap<>());

    // The compiler may leave out the reference to the instance around a nested one; JUnit prepares both in turn.
    private final ThreadLocal<List<Object>> inTurn = ThreadLocal.withInitial(ArrayList::new);

    /** Fills the fields of an instance. */
    void prepare(Object instance) {
        all.put(instance, MockFields.fill(instance));
        inTurn.get().add(instance);
    }

    /** Returns the instances that have mocks, outermost first, with them; ends the preparation on this thread. */
    Map<Object, MockFields> of(Object instance) {
        Map<Object, Object> seen = new IdentityHashMap<>();
        List<Object> instances = new ArrayList<>();
        for (Object prepared : inTurn.get()) {
            if (encloses(prepared.getClass(), instance.getClass()) && seen.put(prepared, prepared) == null) {
                instances.add(prepared);
            }
        }
        inTurn.remove();
        addWithOuter(instance, instances, seen);
        Map<Object, MockFields> mocks = new LinkedHashMap<>();
        for (Object each : instances) {
            MockFields fields = all.computeIfAbsent(each, MockFields::fill);
            if (!fields.isEmpty()) {
                mocks.put(each, fields);
            }
        }
        return mocks;
    }

    private static boolean encloses(Class<?> outer, Class<?> inner) {
        Class<?> each = inner.getEnclosingClass();
        return each != null && (outer == each || each.isAssignableFrom(outer) || encloses(outer, each));
    }

    private static void addWithOuter(Object instance, List<Object> into, Map<Object, Object> seen) {
        if (seen.put(instance, instance) != null) {
            return;
        }
        for (Field field : instance.getClass().getDeclaredFields()) {
            if (field.isSynthetic() && field.getName().startsWith("this$")) {
                ReflectionUtils.makeAccessible(field);
                Object outer = ReflectionUtils.getField(field, instance);
                if (outer != null) {
                    addWithOuter(outer, into, seen);
                }
            }
        }
        into.add(instance);
    }
}
