package io.github.depends.demo.users;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.auth.ConduitTokenScheme;
import io.github.depends.demo.auth.SignedIn;
import org.springframework.stereotype.Component;

/** Finds the user who is signed in. */
@Component
class CurrentUser {

    @Dependency
    User currentUser(@Depends SignedIn signedIn, @Depends UserRepository users) {
        return users.find(signedIn.userId()).orElseThrow(ConduitTokenScheme::notAuthenticated);
    }
}
