package io.github.depends.examples.scopes;

import io.github.depends.security.NotAuthenticatedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the tokens; a real one verifies a signature. */
@Component
class Tokens {

    private final Map<String, Claims> tokens = Map.of(
            "reader", new Claims(new User("ann"), List.of("items:read")),
            "writer", new Claims(new User("bob"), List.of("items:write")));

    Claims verify(String token) {
        return Optional.ofNullable(tokens.get(token))
                .orElseThrow(() -> new NotAuthenticatedException("Bearer error=\"invalid_token\""));
    }
}
