package io.github.depends.examples.modules.users;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import org.springframework.stereotype.Component;

/** Finds out who sends a request; everybody is their own token. */
@Component
class CurrentUser {

    @Dependency
    User user(@Depends(HttpBearer.class) String token) {
        return new User(token);
    }
}
