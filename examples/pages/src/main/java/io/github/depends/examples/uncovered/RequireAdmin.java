package io.github.depends.examples.uncovered;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Lets nobody pass who does not say that they may. */
@Component
class RequireAdmin {

    @Dependency
    void check(@RequestHeader(name = "X-Admin", defaultValue = "false") boolean admin) {
        if (!admin) {
            throw new ResponseStatusException(FORBIDDEN);
        }
    }
}
