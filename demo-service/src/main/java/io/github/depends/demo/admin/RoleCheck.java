package io.github.depends.demo.admin;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.users.User;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Refuses whoever does not have the role. */
@Component
class RoleCheck {

    @Dependency
    void check(RequireRole required, @Depends User user) {
        if (!user.role().equals(required.value())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "the role " + required.value() + " is required");
        }
    }
}
