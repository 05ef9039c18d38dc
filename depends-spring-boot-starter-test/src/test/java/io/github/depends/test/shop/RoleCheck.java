package io.github.depends.test.shop;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
public class RoleCheck {

    @Dependency
    public void check(RequireRole required, @Depends User user) {
        if (!user.name().equals(required.value())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
