package io.github.depends.test.modules.security;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import org.springframework.stereotype.Component;

@Component
class Access {

    @Dependency
    User user(@Depends(HttpBearer.class) String token) {
        return new User(token);
    }

    @Dependency
    Caller caller(@Depends User user) {
        return new Caller(user.name());
    }
}
