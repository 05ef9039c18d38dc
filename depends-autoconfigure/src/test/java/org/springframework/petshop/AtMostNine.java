package org.springframework.petshop;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A constraint of the application, in a package that begins like those of Spring. */
@Max(9) @Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface AtMostNine {

    /** Returns the message. */
    String message() default "more than nine";

    /** Returns the groups. */
    Class<?>[] groups() default {};

    /** Returns the payload. */
    Class<? extends Payload>[] payload() default {};
}
