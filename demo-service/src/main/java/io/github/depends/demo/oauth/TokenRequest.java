package io.github.depends.demo.oauth;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a client sends to get an access token.
 *
 * @param grantType {@code password}, the only grant there is
 * @param username email of the user, as at login
 * @param scope OAuth2 scopes, separated by spaces; without them the client wants all it can get
 */
record TokenRequest(
        @RequestParam("grant_type") @Pattern(regexp = "password", message = "must be password") String grantType,

        @RequestParam String username,
        @RequestParam String password,
        @RequestParam(required = false) @Nullable String scope) {

    List<String> scopes() {
        return scope == null
                ? List.of()
                : Stream.of(scope.split(" ")).filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public String toString() {
        return "TokenRequest[grantType=" + grantType + "]";
    }
}
