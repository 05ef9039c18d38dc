package io.github.depends.security;

import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a dependency like {@link Depends @Depends}, as a guard, with OAuth2 scopes that it must find granted.
 *
 * <p>The OAuth2 scopes reach the dependency, and what it needs, through {@link SecurityScopes}. Scopes that nothing
 * below takes would protect nothing and fail the start.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(Security.List.class)
public @interface Security {

    /** Class that is asked for, see {@link Depends#value()}. */
    Class<?> value() default void.class;

    /** OAuth2 scopes that are required here, in addition to those of the uses above. */
    String[] scopes() default {};

    /** Name of the dependency or bean, see {@link Depends#name()}. */
    String name() default "";

    /** Whether the value is shared with the other uses in the request, see {@link Depends#useCache()}. */
    boolean useCache() default true;

    /** How long a yield stays open for this use, see {@link Depends#scope()}. */
    DependencyScope scope() default DependencyScope.DEFAULT;

    /** Container of repeated {@code @Security}. */
    @Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @interface List {

        /** Uses in the order in which they run. */
        Security[] value();
    }
}
