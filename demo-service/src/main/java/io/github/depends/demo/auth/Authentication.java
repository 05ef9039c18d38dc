package io.github.depends.demo.auth;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the token of a request into a class. Taking credentials, both are guards: they run before all else. */
@Component
class Authentication {

    @Dependency
    SignedIn signedIn(@Depends(value = ConduitTokenScheme.class, name = "token") String token, @Depends Tokens tokens) {
        return new SignedIn(tokens.verify(token));
    }

    /** A missing token makes a stranger, a wrong one is refused. */
    @Dependency
    @ApiResponse(responseCode = "401", ref = "401")
    Viewer viewer(
            @Depends(value = ConduitTokenScheme.class, name = "optionalToken") @Nullable String token,
            @Depends Tokens tokens) {
        return new Viewer(token == null ? null : tokens.verify(token));
    }
}
