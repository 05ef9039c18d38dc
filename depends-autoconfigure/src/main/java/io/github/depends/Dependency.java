package io.github.depends;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a method of a Spring bean, or a constructor, as a request dependency.
 *
 * <p>Its parameters are what Spring MVC binds in a controller method, with their constraints, and other dependencies.
 * The result is the value, a {@link Yield} of it, a {@code CompletionStage} of either, or {@code void} for a mere check.
 */
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Dependency {

    /** Name of the dependency; defaults to the method's. */
    String name() default "";

    /** How long a yield stays open where the use does not say; {@link DependencyScope#REQUEST} unless given. */
    DependencyScope scope() default DependencyScope.DEFAULT;

    /** Whether it decides about the request and therefore runs before any other parameter is bound. */
    boolean guard() default false;

    /** Whether a yield is opened, completed and closed on the request's thread (locks, transactions). */
    boolean threadBound() default false;
}
