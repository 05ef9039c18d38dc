package io.github.depends.graph;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Internal: tells what an application must have for this library to provide a dependency of the annotated class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ProvidedWith {

    /** What is needed, as a sentence without its full stop that tells a developer what to add. */
    String value();
}
