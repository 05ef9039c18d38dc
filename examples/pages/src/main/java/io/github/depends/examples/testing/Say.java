package io.github.depends.examples.testing;

import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.depends.Depends;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Says something. */
@Depends(Saying.class)
@Retention(RUNTIME)
@Target(PARAMETER)
@interface Say {

    /** What to say. */
    String value();
}
