package io.github.depends.examples.declaring;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.depends.Depends;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

@Depends(RoleCheck.class)
@Retention(RUNTIME)
@Target({PARAMETER, METHOD, TYPE})
@interface RequireRole {
    String value();
}
