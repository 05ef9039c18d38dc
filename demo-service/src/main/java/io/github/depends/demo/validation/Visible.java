package io.github.depends.demo.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Constrains a text to be absent or to have something to see; {@code @NotBlank} does not let it be absent. */
@Pattern(regexp = "(?s).*\\S.*")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = {})
public @interface Visible {

    /** Text for the user. */
    String message() default "{jakarta.validation.constraints.NotBlank.message}";

    /** Groups of constraints, see Bean Validation. */
    Class<?>[] groups() default {};

    /** Payload, see Bean Validation. */
    Class<? extends Payload>[] payload() default {};
}
