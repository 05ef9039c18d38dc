package io.github.depends.examples.articles;

import io.github.depends.security.NotAuthenticatedException;
import org.springframework.stereotype.Component;

/** Knows which tokens are good; a real one verifies a signature. */
@Component
class Tokens {

    Claims verify(String token) {
        if (!token.startsWith("good-")) {
            throw new NotAuthenticatedException("Bearer error=\"invalid_token\"");
        }
        return new Claims(token.substring("good-".length()));
    }
}
