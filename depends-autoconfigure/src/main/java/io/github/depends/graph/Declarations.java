package io.github.depends.graph;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.util.ClassUtils;

/** Makes providers of what carries {@code @Dependency}. */
public final class Declarations {

    private static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

    private Declarations() {}

    /**
     * Reads a dependency method.
     *
     * @param bean name of the bean
     * @param beanType class of the bean, without proxies
     * @param instance gives the bean
     * @param singleton whether it is always the same bean
     * @param method the method, annotated with {@code @Dependency}
     * @param primary whether it is annotated with {@code @Primary}
     * @param variables what the type variables of the bean stand for
     */
    public static Provider.OfMethod of(
            String bean,
            Class<?> beanType,
            Supplier<Object> instance,
            boolean singleton,
            Method method,
            boolean primary,
            TypeVariables variables) {
        Dependency declared = declared(method);
        Language language = Languages.of(method.getDeclaringClass());
        return new Provider.OfMethod(
                bean,
                beanType,
                variables.nameOf(beanType),
                instance,
                singleton,
                method,
                declared.name().isEmpty() ? language.name(method) : declared.name(),
                primary,
                resolved(parameters(method, beanType), variables),
                result(
                        method,
                        language,
                        variables.resolve(language.returns(method, beanType).getType())),
                scope(declared),
                declared.guard(),
                declared.threadBound());
    }

    private static Result result(Method method, Language language, Type type) {
        ResolvableType returned = ResolvableType.forType(type);
        return language.suspends(method) ? Result.later(returned) : Result.of(returned);
    }

    /**
     * Reads a constructor, annotated or not.
     *
     * @param constructor the constructor
     * @param type the type that it makes
     */
    static Provider.OfConstructor of(Constructor<?> constructor, Type type) {
        Dependency declared = constructor.getAnnotation(Dependency.class);
        return new Provider.OfConstructor(
                constructor,
                type,
                resolved(
                        IntStream.range(0, constructor.getParameterCount())
                                .mapToObj(index -> named(parameter(constructor, index)))
                                .toList(),
                        TypeVariables.of(type)),
                declared == null ? DependencyScope.REQUEST : scope(declared),
                declared != null && declared.guard(),
                declared != null && declared.threadBound());
    }

    /** Returns parameters whose types are what they mean where the type variables stand for something. */
    public static List<MethodParameter> resolved(List<MethodParameter> parameters, TypeVariables variables) {
        return parameters.stream().map(variables::resolve).toList();
    }

    /** Returns the parameters of a method with the annotations of the interfaces it implements. */
    public static List<MethodParameter> parameters(Method method, Class<?> beanType) {
        return named(new BeanMethod(method, beanType).getMethodParameters());
    }

    /** Returns parameters that know their names. */
    public static List<MethodParameter> named(MethodParameter[] parameters) {
        for (MethodParameter parameter : parameters) {
            named(parameter);
        }
        return List.of(parameters);
    }

    private static Dependency declared(Method method) {
        Dependency declared = AnnotatedElementUtils.findMergedAnnotation(method, Dependency.class);
        if (declared == null) {
            throw new IllegalArgumentException(Names.of(method) + " is not annotated with @Dependency");
        }
        return declared;
    }

    private static DependencyScope scope(Dependency declared) {
        if (declared.scope() != DependencyScope.DEFAULT) {
            return declared.scope();
        }
        return declared.threadBound() ? DependencyScope.FUNCTION : DependencyScope.REQUEST;
    }

    private static MethodParameter named(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(PARAMETER_NAMES);
        return parameter;
    }

    private static MethodParameter parameter(Constructor<?> constructor, int index) {
        MethodParameter parameter = SynthesizingMethodParameter.forExecutable(constructor, index);
        return parameter.getParameterType().isPrimitive() && parameter.isOptional()
                ? new OptionalParameter(constructor, index)
                : parameter;
    }

    /**
     * A parameter of a primitive type that has a default in Kotlin. Spring's resolvers know that of methods, but not of
     * constructors: for them it is of the wrapper's type, of which there can be none.
     */
    private static final class OptionalParameter extends SynthesizingMethodParameter {

        OptionalParameter(Constructor<?> constructor, int index) {
            super(constructor, index);
        }

        private OptionalParameter(OptionalParameter original) {
            super(original);
        }

        @Override
        public Class<?> getParameterType() {
            return ClassUtils.resolvePrimitiveIfNecessary(super.getParameterType());
        }

        @Override
        public OptionalParameter clone() {
            return new OptionalParameter(this);
        }
    }

    private static final class BeanMethod extends AnnotatedMethod {

        private final Class<?> beanType;

        BeanMethod(Method method, Class<?> beanType) {
            super(method);
            this.beanType = beanType;
        }

        @Override
        protected Class<?> getContainingClass() {
            return beanType;
        }
    }
}
