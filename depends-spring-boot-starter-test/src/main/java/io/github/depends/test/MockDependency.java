package io.github.depends.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a Mockito mock in the place of a dependency while a test method runs, and into the field. The mock is reset after
 * each test method and starts no other application context.
 *
 * <pre>{@code @MockDependency User user;}</pre>
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MockDependency {

    /** Class that says which dependency, as in a use; the field's type unless given. */
    Class<?> value() default void.class;

    /** Name of the dependency, where several match. */
    String name() default "";
}
