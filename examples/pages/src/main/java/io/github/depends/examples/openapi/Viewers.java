package io.github.depends.examples.openapi;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.NotAuthenticatedException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class Viewers {

    @Dependency
    @ApiResponse(responseCode = "401", ref = "401")
    Viewer viewer(@Depends(value = HttpBearer.class, name = "optionalToken") @Nullable String token) {
        if (token == null) {
            return new Viewer("nobody"); // no token is fine, a wrong one is not
        }
        if (!token.equals("ann")) {
            throw new NotAuthenticatedException("Bearer error=\"invalid_token\"");
        }
        return new Viewer(token);
    }
}
