package io.github.depends.examples.declaring;

import io.github.depends.security.NotAuthenticatedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The users, of whom everybody is their own token. */
@Component
class UserRepository {

    private final Map<String, User> users = Map.of(
            "ann", new User("ann", Set.of("editor")),
            "bob", new User("bob", Set.of()));

    User byToken(String token) {
        return Optional.ofNullable(users.get(token))
                .orElseThrow(() -> new NotAuthenticatedException("Bearer error=\"invalid_token\""));
    }
}
