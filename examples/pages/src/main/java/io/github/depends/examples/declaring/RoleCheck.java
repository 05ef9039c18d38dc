package io.github.depends.examples.declaring;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
class RoleCheck {

    @Dependency
    void check(RequireRole required, @Depends User user) {
        if (!user.roles().contains(required.value())) {
            throw new ResponseStatusException(FORBIDDEN);
        }
    }
}
