package io.github.depends.examples.guards;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets administrators pass. */
@Component
class RequireAdmin {

    @Dependency
    void check(@Depends User user) {
        if (!user.name().equals("root")) {
            throw new ResponseStatusException(FORBIDDEN);
        }
    }
}
