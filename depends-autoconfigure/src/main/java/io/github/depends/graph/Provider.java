package io.github.depends.graph;

import io.github.depends.DependencyScope;
import io.github.depends.security.SecurityScheme;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** How a dependency comes to be. Identity is the declaration. */
public sealed interface Provider {

    /** Returns how messages, diagrams and logs name it. */
    String label();

    /** Returns where it is declared. */
    Site site();

    /** Returns the type of its value; {@link ResolvableType#NONE} for a mere check. */
    ResolvableType valueType();

    /** Whether its value fits where a type is asked for. */
    default boolean gives(ResolvableType requested) {
        return Addressing.gives(valueType(), requested);
    }

    /** A provider that is called with arguments. */
    sealed interface Executing extends Provider {

        /** Returns the method or constructor. */
        Executable executable();

        /** Returns its parameters. */
        List<MethodParameter> parameters();

        /** Returns what it returns. */
        Result result();

        /** Returns the declared scope of its yield; never {@code DEFAULT}. */
        DependencyScope scope();

        /** Whether it is declared as a guard. */
        boolean guard();

        /** Whether its yield stays on the request's thread. */
        boolean threadBound();

        @Override
        default ResolvableType valueType() {
            return result().value();
        }

        @Override
        default Site site() {
            return Site.of(executable());
        }
    }

    /**
     * A method of a Spring bean.
     *
     * @param bean name of the bean
     * @param beanType class of the bean, without proxies
     * @param owner how messages name the class, with what its type variables stand for
     * @param instance gives the bean
     * @param singleton whether it is always the same bean
     * @param method the method
     * @param name name of the dependency
     * @param primary whether it is preferred among several by type
     */
    record OfMethod(
            String bean,
            Class<?> beanType,
            String owner,
            Supplier<Object> instance,
            boolean singleton,
            Method method,
            String name,
            boolean primary,
            List<MethodParameter> parameters,
            Result result,
            DependencyScope scope,
            boolean guard,
            boolean threadBound)
            implements Executing {

        @Override
        public Executable executable() {
            return method;
        }

        @Override
        public String label() {
            Class<?> provided = provided();
            return provided == null ? owner + "." + name : Names.of(provided);
        }

        // What comes with this library is known by the type that an application asks for, not by who makes it.
        private @Nullable Class<?> provided() {
            return LibraryClasses.isOurs(beanType) && !Modifier.isPublic(beanType.getModifiers())
                    ? ClassUtils.getAllInterfacesForClassAsSet(valueType().toClass()).stream()
                            .filter(type -> type.isAnnotationPresent(ProvidedWith.class))
                            .findFirst()
                            .orElse(null)
                    : null;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfMethod that && bean.equals(that.bean) && method.equals(that.method);
        }

        @Override
        public int hashCode() {
            return method.hashCode();
        }
    }

    /**
     * A constructor.
     *
     * @param constructor the constructor
     * @param type the type that it makes, with the type arguments that the use gives
     */
    record OfConstructor(
            Constructor<?> constructor,
            Type type,
            List<MethodParameter> parameters,
            DependencyScope scope,
            boolean guard,
            boolean threadBound)
            implements Executing {

        @Override
        public Executable executable() {
            return constructor;
        }

        @Override
        public Result result() {
            return Result.plain(ResolvableType.forType(type));
        }

        @Override
        public String label() {
            return type instanceof Class<?> made ? Names.of(made) : Names.of(valueType());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfConstructor that
                    && constructor.equals(that.constructor)
                    && type.equals(that.type);
        }

        @Override
        public int hashCode() {
            return 31 * constructor.hashCode() + type.hashCode();
        }
    }

    /**
     * A Spring bean.
     *
     * @param bean name of the bean
     * @param valueType type that is asked for
     * @param instance gives the bean, {@code null} where its factory does
     * @param primary whether it is preferred among several
     * @param standsBack whether it counts only where nothing else is meant
     * @param as class that its factory is asked for, {@code null} if the bean is the same whatever is asked for
     */
    record OfBean(
            String bean,
            ResolvableType valueType,
            Supplier<@Nullable Object> instance,
            boolean primary,
            boolean standsBack,
            @Nullable Class<?> as)
            implements Provider {

        @Override
        public String label() {
            return as == null || !standsBack ? bean : bean + " as " + Names.of(as);
        }

        @Override
        public Site site() {
            return Site.of("bean '" + bean + "'");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfBean that && bean.equals(that.bean) && as == that.as;
        }

        @Override
        public int hashCode() {
            return bean.hashCode();
        }
    }

    /** The credentials that a security scheme reads. */
    record OfScheme(String bean, Class<?> type, ResolvableType valueType, Supplier<SecurityScheme<?>> instance)
            implements Provider {

        @Override
        public String label() {
            return bean;
        }

        @Override
        public Site site() {
            return Site.of("security scheme '" + bean + "'");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfScheme that && bean.equals(that.bean) && type == that.type;
        }

        @Override
        public int hashCode() {
            return bean.hashCode();
        }
    }

    /**
     * What a test has put in the place of another provider.
     *
     * @param replaced the provider in whose place it stands
     * @param by what is called instead
     * @param guard whether what it replaces is a guard; it stays one
     * @param consumesScopes whether what it replaces takes the accumulated OAuth2 scopes
     */
    record OfOverride(Provider replaced, Executing by, boolean guard, boolean consumesScopes) implements Executing {

        @Override
        public String label() {
            return replaced.label() + " (replaced)";
        }

        @Override
        public Executable executable() {
            return by.executable();
        }

        @Override
        public List<MethodParameter> parameters() {
            return by.parameters();
        }

        @Override
        public Result result() {
            return by.result();
        }

        @Override
        public DependencyScope scope() {
            return by.scope();
        }

        @Override
        public boolean guard() {
            return guard || by.guard();
        }

        @Override
        public boolean threadBound() {
            return by.threadBound();
        }
    }

    /**
     * What is not there in a part of an application, such as a slice; told when it is first needed.
     *
     * @param requested type that is asked for
     * @param valueType type of the value
     * @param name name that is given, empty if none
     * @param fault what is wrong, for whoever needs it
     */
    record OfMissing(ResolvableType requested, ResolvableType valueType, String name, Fault fault) implements Provider {

        /** Whether it would be the credentials of a security scheme. */
        public boolean scheme() {
            return SecurityScheme.class.isAssignableFrom(requested.toClass());
        }

        @Override
        public String label() {
            return Names.of(requested) + (name.isEmpty() ? "" : " " + name) + " (missing)";
        }

        @Override
        public Site site() {
            return fault.site();
        }

        /** Returns the error for whoever needs it. */
        public MissingDependencyException exception() {
            return new MissingDependencyException(fault);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfMissing that
                    && requested.getType().equals(that.requested.getType())
                    && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return requested.getType().hashCode();
        }
    }
}
