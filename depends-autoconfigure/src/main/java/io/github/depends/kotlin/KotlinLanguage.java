package io.github.depends.kotlin;

import io.github.depends.graph.Language;
import io.github.depends.graph.Languages;
import io.github.depends.graph.Names;
import io.github.depends.graph.Refusal;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import kotlin.Metadata;
import org.jspecify.annotations.Nullable;
import org.springframework.core.KotlinDetector;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Kotlin, as Spring MVC serves it in controllers. Without kotlin-reflect its classes are read like those of Java. */
final class KotlinLanguage implements Language {

    private static final String MARKER = "kotlin.jvm.internal.DefaultConstructorMarker";

    private static final boolean COROUTINES =
            ClassUtils.isPresent("kotlinx.coroutines.reactor.MonoKt", KotlinLanguage.class.getClassLoader());

    private static final Refusal NO_COROUTINES = new Refusal(
            "is a suspending function, which needs kotlin-reflect and kotlinx-coroutines-reactor",
            "Add org.jetbrains.kotlin:kotlin-reflect and org.jetbrains.kotlinx:kotlinx-coroutines-reactor, as for a"
                    + " suspending controller method.");

    @Override
    public boolean wrote(Class<?> type) {
        return KotlinDetector.isKotlinType(type);
    }

    @Override
    public String name(Method method) {
        return KotlinDetector.isKotlinReflectPresent() ? KotlinFunctions.name(method) : method.getName();
    }

    @Override
    public boolean added(Executable executable) {
        return KotlinDetector.isKotlinReflectPresent() && KotlinFunctions.added(executable);
    }

    @Override
    public @Nullable Constructor<?> canonical(Class<?> type) {
        Constructor<?> ofRecord = Languages.java().canonical(type);
        return ofRecord == null && KotlinDetector.isKotlinReflectPresent() ? KotlinFunctions.ofData(type) : ofRecord;
    }

    @Override
    public ResolvableType returns(Method method, Class<?> type) {
        return suspends(method) ? resumedWith(method, type) : ResolvableType.forMethodReturnType(method, type);
    }

    // The last parameter is a Continuation<? super T>.
    private static ResolvableType resumedWith(Method method, Class<?> type) {
        ResolvableType continuation = ResolvableType.forMethodParameter(method, method.getParameterCount() - 1, type);
        ResolvableType result = continuation.getGeneric(0);
        return result.getType() instanceof WildcardType wildcard && wildcard.getLowerBounds().length == 1
                ? ResolvableType.forType(
                        wildcard.getLowerBounds()[0],
                        ResolvableType.forClass(type).as(method.getDeclaringClass()))
                : result;
    }

    @Override
    public boolean suspends(Method method) {
        return KotlinDetector.isSuspendingFunction(method);
    }

    // The marker tells a constructor that takes value classes from one that takes what they hold.
    @Override
    public boolean addsLastParameter(Executable executable) {
        Class<?>[] types = executable.getParameterTypes();
        return executable instanceof Method method
                ? suspends(method)
                : types.length > 0 && types[types.length - 1].getName().equals(MARKER);
    }

    @Override
    public @Nullable Refusal refusal(Method method) {
        return suspends(method) && !(COROUTINES && KotlinDetector.isKotlinReflectPresent()) ? NO_COROUTINES : null;
    }

    @Override
    public String asBean(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (KotlinFile.is(type)) {
            return "Move the function into a class that is a bean";
        }
        if (holdsItself(type, type)) {
            return "Declare the object as a bean: @Bean fun " + StringUtils.uncapitalizeAsProperty(type.getSimpleName())
                    + "() = " + type.getSimpleName();
        }
        return outer != null && holdsItself(outer, type)
                ? "Annotate the function with @JvmStatic, and make " + Names.of(outer) + " a bean"
                : Languages.java().asBean(type);
    }

    // The byte code of an object, and of a companion object in its class.
    private static boolean holdsItself(Class<?> holder, Class<?> type) {
        return Arrays.stream(holder.getDeclaredFields())
                .anyMatch(field -> field.getType() == type && Modifier.isStatic(field.getModifiers()));
    }

    /** In a class of its own, so that Kotlin stays optional. */
    private static final class KotlinFile {

        private static final int CLASS = 1;

        static boolean is(Class<?> type) {
            return type.getAnnotation(Metadata.class).k() != CLASS;
        }
    }

    @Override
    public Call call(Executable executable) {
        return KotlinDetector.isKotlinReflectPresent()
                ? KotlinCall.of(executable)
                : Languages.java().call(executable);
    }
}
