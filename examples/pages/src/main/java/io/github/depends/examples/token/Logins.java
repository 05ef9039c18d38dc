package io.github.depends.examples.token;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the passwords; a real one has hashes of them. */
@Component
class Logins {

    Optional<User> find(String name, String password) {
        return name.equals("ann") && password.equals("correct horse") ? Optional.of(new User(name)) : Optional.empty();
    }
}
