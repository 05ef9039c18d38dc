package io.github.depends.demo.admin;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.demo.auth.AccessTokens;
import io.github.depends.demo.auth.AccessTokens.Grant;
import io.github.depends.demo.users.User;
import io.github.depends.demo.users.UserRepository;
import io.github.depends.security.OAuth2PasswordBearer;
import io.github.depends.security.SecurityScopes;
import org.springframework.stereotype.Component;

/** Turns an access token into an administrator. What a token does not grant is refused before the database is asked. */
@Component
class AdminAccess {

    /** Compares what the token grants with the OAuth2 scopes of the {@code @Security} that led here. */
    @Dependency
    Grant grant(
            @Depends(OAuth2PasswordBearer.class) String token, SecurityScopes required, @Depends AccessTokens tokens) {
        Grant grant = tokens.verify(token);
        if (!grant.scopes().containsAll(required.scopes())) {
            throw new InsufficientScopeException(required);
        }
        return grant;
    }

    /** A token outlives neither the account nor its role. */
    @Dependency
    Admin admin(@Depends Grant grant, @Depends UserRepository users) {
        return users.find(grant.userId()).filter(User::isAdmin).map(Admin::new).orElseThrow(AccessTokens::invalidToken);
    }
}
