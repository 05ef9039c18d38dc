package io.github.depends.examples.guards;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The user of a token; everybody is their own, and mallory is not welcome. */
@Component
class CurrentUser {

    @Dependency
    User currentUser(@Depends(HttpBearer.class) String token, @Depends Events events) {
        events.add("user " + token);
        if (token.equals("mallory")) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return new User(token);
    }
}
