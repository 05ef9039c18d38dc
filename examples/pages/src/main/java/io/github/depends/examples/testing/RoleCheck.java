package io.github.depends.examples.testing;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Says whether a user has a role. */
@Component
class RoleCheck {

    @Dependency
    void check(RequireRole required, @Depends User user) {
        if (!user.name().equals(required.value())) {
            throw new ResponseStatusException(FORBIDDEN);
        }
    }
}
