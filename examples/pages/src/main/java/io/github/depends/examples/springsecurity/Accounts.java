package io.github.depends.examples.springsecurity;

import io.github.depends.Dependency;
import io.github.depends.security.Security;
import io.github.depends.springsecurity.GrantedScopes;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

@Component
class Accounts {

    @Dependency
    Account account(@Security(value = GrantedScopes.class, scopes = "accounts") Authentication user) {
        return new Account(user.getName());
    }
}
