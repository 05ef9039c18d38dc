package io.github.depends.demo.users;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Constrains a change to one that changes something. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = AtLeastOne.Given.class)
@interface AtLeastOne {

    /** Text for the user. */
    String message() default "must have at least one field";

    /** Groups of constraints, see Bean Validation. */
    Class<?>[] groups() default {};

    /** Payload, see Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Looks for a field that is given. */
    class Given implements ConstraintValidator<AtLeastOne, UpdateUser> {

        @Override
        public boolean isValid(@Nullable UpdateUser change, ConstraintValidatorContext context) {
            return change == null
                    || Stream.of(change.username(), change.email(), change.password(), change.bio(), change.image())
                            .anyMatch(Objects::nonNull);
        }
    }
}
