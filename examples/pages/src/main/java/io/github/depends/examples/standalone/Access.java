package io.github.depends.examples.standalone;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import org.springframework.stereotype.Component;

/** Finds out who sends a request; everybody is their own token. */
@Component
class Access {

    @Dependency
    User user(@Depends(HttpBearer.class) String token) {
        return new User(token);
    }
}
