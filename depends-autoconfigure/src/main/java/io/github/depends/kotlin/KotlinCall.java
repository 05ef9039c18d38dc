package io.github.depends.kotlin;

import io.github.depends.graph.Language;
import io.github.depends.graph.Languages;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kotlin.reflect.KClass;
import kotlin.reflect.KFunction;
import kotlin.reflect.KParameter;
import kotlin.reflect.jvm.KCallablesJvm;
import org.jspecify.annotations.Nullable;
import org.springframework.core.CoroutinesUtils;
import org.springframework.core.KotlinDetector;

/** Calls a function or constructor that leaves arguments to their defaults, or takes value classes. */
final class KotlinCall implements Language.Call {

    private final KFunction<?> function;
    private final @Nullable KParameter instance;
    private final Object companion;
    private final List<Parameter> parameters;
    private final Language.Call plain;
    private final boolean valueClasses;

    private KotlinCall(KFunction<?> function, Executable executable) {
        this.function = function;
        this.instance = function.getParameters().stream()
                .filter(KotlinCall::isInstance)
                .findFirst()
                .orElse(null);
        this.companion = companion(function, executable);
        this.parameters = function.getParameters().stream()
                .filter(parameter -> !isInstance(parameter))
                .map(Parameter::of)
                .toList();
        this.plain = Languages.plain(executable);
        this.valueClasses = parameters.stream().anyMatch(parameter -> parameter.valueClass() != null);
    }

    /** Returns what calls a method or constructor of a Kotlin class, as Spring MVC's invocation of handlers does. */
    static Language.Call of(Executable executable) {
        KFunction<?> function = KotlinFunctions.of(executable);
        if (function == null) {
            return Languages.plain(executable);
        }
        KCallablesJvm.setAccessible(function, true);
        if (executable instanceof Method method && KotlinDetector.isSuspendingFunction(method)) {
            Object companion = companion(function, method);
            return (target, arguments) -> CoroutinesUtils.invokeSuspendingFunction(
                    method, Objects.requireNonNullElse(target, companion), arguments);
        }
        KotlinCall call = new KotlinCall(function, executable);
        return call.valueClasses || call.parameters.stream().anyMatch(Parameter::optional) ? call : call.plain;
    }

    /** Returns the object whose function a static method calls; the method itself where it is not static. */
    private static Object companion(KFunction<?> function, Executable executable) {
        if (executable instanceof Method method && Modifier.isStatic(method.getModifiers())) {
            for (KParameter parameter : function.getParameters()) {
                if (isInstance(parameter) && parameter.getType().getClassifier() instanceof KClass<?> owner) {
                    return Objects.requireNonNullElse(owner.getObjectInstance(), executable);
                }
            }
        }
        return executable;
    }

    private static boolean isInstance(KParameter parameter) {
        return parameter.getKind() == KParameter.Kind.INSTANCE;
    }

    @Override
    public @Nullable Object with(@Nullable Object target, @Nullable Object[] arguments) throws Throwable {
        return valueClasses || leavesOneOut(arguments)
                ? callBy(target, arguments)
                : plain.with(target, arguments); // Java's reflection costs much less than Kotlin's
    }

    private boolean leavesOneOut(@Nullable Object[] arguments) {
        for (int index = 0; index < parameters.size(); index++) {
            if (arguments[index] == null && parameters.get(index).optional()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object callBy(@Nullable Object target, @Nullable Object[] arguments) throws Throwable {
        Map<KParameter, @Nullable Object> given = new HashMap<>();
        if (instance != null) {
            given.put(instance, Objects.requireNonNullElse(target, companion));
        }
        for (int index = 0; index < parameters.size(); index++) {
            Parameter parameter = parameters.get(index);
            if (arguments[index] != null || !parameter.optional()) {
                given.put(parameter.parameter(), parameter.boxed(arguments[index]));
            }
        }
        try {
            return ValueClass.unboxed(function.callBy(given));
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    /**
     * A parameter or receiver.
     *
     * @param optional whether it has a default
     */
    private record Parameter(
            KParameter parameter,
            boolean optional,
            @Nullable ValueClass valueClass) {

        static Parameter of(KParameter parameter) {
            return new Parameter(parameter, parameter.isOptional(), ValueClass.of(parameter.getType()));
        }

        @Nullable Object boxed(@Nullable Object argument) {
            return valueClass == null ? argument : valueClass.boxed(argument);
        }
    }
}
