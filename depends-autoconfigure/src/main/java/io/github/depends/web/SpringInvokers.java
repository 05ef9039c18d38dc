package io.github.depends.web;

import io.github.depends.graph.Language;
import io.github.depends.graph.Languages;
import io.github.depends.graph.Names;
import io.github.depends.graph.Provider;
import io.github.depends.graph.UseReader;
import io.github.depends.resolution.Invoker;
import io.github.depends.resolution.Invokers;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.function.SingletonSupplier;

/** Calls dependency methods on Spring beans, proxies included, and constructors. */
final class SpringInvokers implements Invokers {

    private final Constraints constraints;

    SpringInvokers(Constraints constraints) {
        this.constraints = constraints;
    }

    @Override
    public Invoker of(Provider.Executing declared) {
        Provider.Executing provider = called(declared);
        Invoker invoker = provider instanceof Provider.OfMethod method
                ? method(method)
                : constructor(((Provider.OfConstructor) provider).constructor());
        int[] checked = IntStream.range(0, provider.parameters().size())
                .filter(index -> UseReader.carriesUse(provider.parameters().get(index)))
                .filter(index -> constraints.constrained(provider.executable(), type(provider), index))
                .toArray();
        return checked.length == 0
                ? invoker
                : arguments -> {
                    check(provider, target(provider), arguments, checked);
                    return invoker.invoke(arguments);
                };
    }

    private static Provider.Executing called(Provider.Executing provider) {
        return provider instanceof Provider.OfOverride override ? override.by() : provider;
    }

    /** Returns the class whose constraints count. */
    static Class<?> type(Provider.Executing provider) {
        return called(provider) instanceof Provider.OfMethod method
                ? method.beanType()
                : provider.executable().getDeclaringClass();
    }

    /** Returns the bean of a method, {@code null} where there is none. */
    static @Nullable Object target(Provider.Executing provider) {
        return called(provider) instanceof Provider.OfMethod method
                        && !Modifier.isStatic(method.method().getModifiers())
                ? method.instance().get()
                : null;
    }

    private void check(
            Provider.Executing provider, @Nullable Object target, @Nullable Object[] arguments, int[] checked) {
        List<Violation> violations =
                constraints.check(target, provider.executable(), arguments, new Class<?>[0]).stream()
                        .filter(violation -> IntStream.of(checked).anyMatch(index -> index == violation.parameter()))
                        .toList();
        if (!violations.isEmpty()) {
            throw violated(
                    Names.of(provider.executable()),
                    violations,
                    index -> Names.of(provider.executable().getParameterTypes()[index]));
        }
    }

    /**
     * Returns the error for dependencies that violate the constraints of a parameter.
     *
     * @param dependency names the dependency that fills a parameter
     */
    static IllegalStateException violated(String site, List<Violation> violations, IntFunction<String> dependency) {
        return new IllegalStateException(violations.stream()
                .map(violation -> "'" + dependency.apply(violation.parameter()) + "', given as parameter "
                        + (violation.parameter() + 1)
                        + (violation.path().isEmpty() ? "" : ", " + violation.path()) + " violates @"
                        + violation.code())
                .collect(Collectors.joining("; ", "A dependency given to " + site + " breaks its constraints: ", "")));
    }

    private static Invoker method(Provider.OfMethod provider) {
        if (Modifier.isStatic(provider.method().getModifiers())) {
            Language.Call call = call(provider.method());
            return arguments -> call.with(null, arguments);
        }
        if (provider.singleton()) {
            SingletonSupplier<Language.Call> call = SingletonSupplier.of(
                    () -> call(invocable(provider.method(), provider.instance().get())));
            return arguments -> call.obtain().with(provider.instance().get(), arguments);
        }
        Map<Class<?>, Language.Call> calls = new ConcurrentHashMap<>();
        return arguments -> {
            Object bean = provider.instance().get();
            return calls.computeIfAbsent(bean.getClass(), type -> call(invocable(provider.method(), bean)))
                    .with(bean, arguments);
        };
    }

    private static Method invocable(Method method, Object bean) {
        return Modifier.isPrivate(method.getModifiers())
                ? method
                : AopUtils.selectInvocableMethod(method, bean.getClass());
    }

    private static Invoker constructor(Constructor<?> constructor) {
        Language.Call call = call(constructor);
        return arguments -> call.with(null, arguments);
    }

    private static Language.Call call(Executable executable) {
        return Languages.of(executable.getDeclaringClass()).call(executable);
    }
}
