package io.github.depends.kotlin;

import java.util.Objects;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import kotlin.reflect.KFunction;
import kotlin.reflect.KType;
import kotlin.reflect.full.KClasses;
import kotlin.reflect.jvm.KCallablesJvm;
import org.jspecify.annotations.Nullable;
import org.springframework.core.KotlinDetector;

/** A value class, which the byte code mostly replaces by the type of its one property. */
final class ValueClass {

    private final Class<?> type;
    private final KFunction<?> constructor;
    private final @Nullable ValueClass inner;
    private final boolean nullable;

    private ValueClass(KType declared, Class<?> type) {
        this.type = type;
        this.nullable = declared.isMarkedNullable();
        this.constructor = Objects.requireNonNull(
                KClasses.getPrimaryConstructor(JvmClassMappingKt.getKotlinClass(type)), "a value class has one");
        KCallablesJvm.setAccessible(constructor, true);
        this.inner = of(constructor.getParameters().get(0).getType());
    }

    /** Returns the value class that a type is, {@code null} if it is none. */
    static @Nullable ValueClass of(KType type) {
        if (!(type.getClassifier() instanceof KClass<?> classifier)) {
            return null;
        }
        Class<?> java = JvmClassMappingKt.getJavaClass(classifier);
        return KotlinDetector.isInlineClass(java) ? new ValueClass(type, java) : null;
    }

    /** Returns a value in its class, made by the constructor, so that what that requires is checked. */
    @Nullable Object boxed(@Nullable Object value) {
        if (type.isInstance(value) || nullable && value == null) {
            return value;
        }
        return constructor.call(inner == null ? value : inner.boxed(value));
    }

    /** Returns the value of the one property of a value class, and anything else as it is. */
    static @Nullable Object unboxed(@Nullable Object value) throws ReflectiveOperationException {
        if (value == null || !KotlinDetector.isInlineClass(value.getClass())) {
            return value;
        }
        return unboxed(value.getClass().getDeclaredMethod("unbox-impl").invoke(value));
    }
}
