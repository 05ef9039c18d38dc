package io.github.depends.examples.declaring;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import org.springframework.stereotype.Component;

@Component
class Access {

    @Dependency
    User currentUser(@Depends(HttpBearer.class) String token, @Depends UserRepository users) {
        return users.byToken(token);
    }
}
