package io.github.depends.examples.token;

import java.util.List;
import org.springframework.stereotype.Component;

/** Issues tokens; a real one signs them. */
@Component
class Tokens {

    AccessToken issue(User user, List<String> scopes) {
        return new AccessToken(user.name() + " may " + String.join(" and ", scopes), "Bearer");
    }
}
