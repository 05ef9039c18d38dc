package io.github.depends.examples.testing;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.depends.Depends;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Lets only users of a role pass. */
@Depends(RoleCheck.class)
@Retention(RUNTIME)
@Target(METHOD)
@interface RequireRole {

    /** The role. */
    String value();
}
