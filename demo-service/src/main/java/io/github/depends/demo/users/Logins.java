package io.github.depends.demo.users;

import io.github.depends.Depends;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Finds the user whom an email and a password tell. */
public record Logins(@Depends UserRepository users, @Depends PasswordEncoder passwords) {

    /** Returns nobody, whether the email is unknown or the password wrong. */
    public Optional<User> find(String email, String password) {
        return users.passwordHash(email)
                .filter(hash -> Password.Length.isHashedWhole(password) && passwords.matches(password, hash))
                .flatMap(hash -> users.findByEmail(email));
    }
}
