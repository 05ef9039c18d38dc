package io.github.depends.examples.scopes;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.OAuth2PasswordBearer;
import io.github.depends.security.SecurityScopes;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
class Access {

    @Dependency
    User currentUser(
            @Depends(OAuth2PasswordBearer.class) String token, @Depends Tokens tokens, SecurityScopes required) {
        Claims claims = tokens.verify(token);
        if (!claims.scopes().containsAll(required.scopes())) {
            throw new ResponseStatusException(FORBIDDEN);
        }
        return claims.user();
    }
}
