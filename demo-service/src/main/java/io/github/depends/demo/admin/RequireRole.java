package io.github.depends.demo.admin;

import io.github.depends.Depends;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets only users of a role in. */
@Depends(RoleCheck.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@interface RequireRole {

    /** The role. */
    String value();
}
