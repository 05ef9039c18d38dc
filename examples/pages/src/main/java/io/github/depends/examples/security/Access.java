package io.github.depends.examples.security;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.NotAuthenticatedException;
import org.springframework.stereotype.Component;

@Component
class Access {

    @Dependency
    User currentUser(@Depends(HttpBearer.class) String token, @Depends UserRepository users) {
        return users.byToken(token).orElseThrow(() -> new NotAuthenticatedException("Bearer error=\"invalid_token\""));
    }
}
