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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Constrains a password to what is hard to guess and what BCrypt can hash: it reads no more than 72 bytes. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = Password.Length.class)
@interface Password {

    /** Text for the user. */
    String message() default "must have at least 8 characters and at most 72 bytes";

    /** Groups of constraints, see Bean Validation. */
    Class<?>[] groups() default {};

    /** Payload, see Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Measures the password. */
    class Length implements ConstraintValidator<Password, String> {

        @Override
        public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
            return password == null || (password.length() >= 8 && isHashedWhole(password));
        }

        static boolean isHashedWhole(String password) {
            return password.getBytes(StandardCharsets.UTF_8).length <= 72;
        }
    }
}
