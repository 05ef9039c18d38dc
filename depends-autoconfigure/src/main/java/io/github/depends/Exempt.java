package io.github.depends;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops inherited route-level uses of a dependency, for a controller method or class.
 *
 * <p>Parameters, and what other dependencies need, are left alone. It is not inherited, each one is listed at start-up,
 * and one that drops nothing fails the start.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(Exempt.List.class)
public @interface Exempt {

    /** The dependency's class as the use names it, or the composed annotation. */
    Class<?> value();

    /** Name of the dependency, where the class alone means more than one. */
    String name() default "";

    /** Container of repeated {@code @Exempt}. */
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @interface List {

        /** The exemptions. */
        Exempt[] value();
    }
}
