package io.github.depends.kotlin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Objects;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import kotlin.reflect.KFunction;
import kotlin.reflect.KProperty1;
import kotlin.reflect.full.KClasses;
import kotlin.reflect.jvm.ReflectJvmMapping;
import org.jspecify.annotations.Nullable;

/** What kotlin-reflect knows of methods and constructors. */
final class KotlinFunctions {

    private KotlinFunctions() {}

    /** Returns the function of a method or constructor, {@code null} if the source has none or it cannot be read. */
    static @Nullable KFunction<?> of(Executable executable) {
        try {
            return executable instanceof Method method
                    ? ReflectJvmMapping.getKotlinFunction(method)
                    : ReflectJvmMapping.getKotlinFunction((Constructor<?>) executable);
        } catch (UnsupportedOperationException synthetic) {
            return null;
        }
    }

    static String name(Method method) {
        KFunction<?> function = of(method);
        if (function != null) {
            return function.getName();
        }
        String property = property(method);
        return property == null ? method.getName() : property;
    }

    /** Whether it is an overload without arguments that have defaults; it carries the annotations of the source. */
    static boolean added(Executable executable) {
        if (of(executable) != null) {
            return false;
        }
        KClass<?> type = JvmClassMappingKt.getKotlinClass(executable.getDeclaringClass());
        return executable instanceof Constructor
                ? type.getConstructors().stream()
                        .anyMatch(other -> other.getParameters().size() > 0)
                : KClasses.getDeclaredFunctions(type).stream()
                        .anyMatch(function -> function.getName().equals(executable.getName())
                                && parameterCount(ReflectJvmMapping.getJavaMethod(function))
                                        > executable.getParameterCount());
    }

    private static int parameterCount(@Nullable Method method) {
        return method == null ? 0 : method.getParameterCount();
    }

    /** Returns the primary constructor of a data class, {@code null} if it is none. */
    static @Nullable Constructor<?> ofData(Class<?> type) {
        KClass<?> kotlin = JvmClassMappingKt.getKotlinClass(type);
        if (!kotlin.isData()) {
            return null;
        }
        KFunction<?> primary = KClasses.getPrimaryConstructor(kotlin);
        return primary == null ? null : ReflectJvmMapping.getJavaConstructor(primary);
    }

    private static @Nullable String property(Method method) {
        KClass<?> type = JvmClassMappingKt.getKotlinClass(method.getDeclaringClass());
        Collection<? extends KProperty1<?, ?>> properties = KClasses.getDeclaredMemberProperties(type);
        return properties.stream()
                .filter(property -> Objects.equals(ReflectJvmMapping.getJavaGetter(property), method))
                .map(KProperty1::getName)
                .findFirst()
                .orElse(null);
    }
}
