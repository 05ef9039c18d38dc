package io.github.depends;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a request dependency.
 *
 * <p>On a parameter of a controller method, of a {@link Dependency @Dependency} method, of a dependency's constructor or
 * of an {@code @ExceptionHandler} it injects the value; on a controller method, a controller class, one of its
 * super-types or a package it runs the dependency for its effect, before anything else of the request is read. An
 * annotation that carries {@code @Depends} is itself a use, and the dependency may take that annotation as a parameter.
 *
 * <p>What is asked for is settled at start-up; a use that means nothing, or more than one thing, fails the start.
 *
 * <p>In tests, MockMvc's {@code standaloneSetup(controller)} knows nothing of this annotation and serves the controller
 * without what it asks for: write {@code standaloneSetup(controller).apply(dependencies(...))}, with
 * {@code DependencyMockMvcConfigurers} of the test starter.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(Depends.List.class)
public @interface Depends {

    /**
     * Class that is asked for: one that declares {@code @Dependency} methods, a security scheme, or the type of the
     * value. Defaults to the parameter's type, generics included.
     */
    Class<?> value() default void.class;

    /** Name of the dependency or bean, needed where the class alone means more than one. */
    String name() default "";

    /** Whether the value is shared with the other uses in the request; otherwise this use gets one of its own. */
    boolean useCache() default true;

    /** How long a yield stays open for this use; {@link DependencyScope#DEFAULT} means as declared. */
    DependencyScope scope() default DependencyScope.DEFAULT;

    /** Container of repeated {@code @Depends}. */
    @Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @interface List {

        /** Uses in the order in which they run. */
        Depends[] value();
    }
}
