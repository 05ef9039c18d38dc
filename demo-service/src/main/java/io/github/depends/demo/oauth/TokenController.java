package io.github.depends.demo.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.depends.Depends;
import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.demo.auth.AccessTokens;
import io.github.depends.demo.users.Logins;
import io.github.depends.demo.users.User;
import io.github.depends.security.OAuth2PasswordRequestForm;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives access tokens for a user's name and password; whatever it says has the shape that OAuth2 clients know. */
@RestController
class TokenController {

    static final String PATH = "/api/oauth/token";

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<AccessToken> token(
            @Depends OAuth2PasswordRequestForm request, @Depends Logins logins, @Depends AccessTokens tokens) {
        User user = logins.find(request.username(), request.password())
                .orElseThrow(() -> new TokenRefusal("invalid_grant", "the name or the password is wrong"));
        List<String> open = AdminScopes.of(user);
        List<String> granted = request.scopes().isEmpty() ? open : request.scopes();
        if (granted.isEmpty() || !open.containsAll(granted)) {
            throw new TokenRefusal("invalid_scope", "the user has no such scope to grant");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(new AccessToken(
                        tokens.issue(user.id(), granted),
                        "Bearer",
                        tokens.validity().toSeconds(),
                        String.join(" ", granted)));
    }

    @ExceptionHandler
    @ApiResponse(responseCode = "400", description = "What OAuth2 clients know from RFC 6749, 5.2")
    ResponseEntity<Refusal> refused(TokenRefusal refusal) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(new Refusal(refusal.error(), refusal.description()));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> undecodable(InvalidParameterException undecodable) {
        return refused(new TokenRefusal("invalid_request", "a parameter cannot be decoded"));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> invalid(InvalidRequestException invalid) {
        boolean otherGrant = invalid.getErrors().stream()
                .anyMatch(error ->
                        error.name().equals("grant_type") && error.code().equals("Pattern"));
        return refused(new TokenRefusal(
                otherGrant ? "unsupported_grant_type" : "invalid_request",
                invalid.getErrors().stream().map(TokenController::said).collect(Collectors.joining(", "))));
    }

    private static String said(RequestError error) {
        return error.name() + " " + error.message();
    }

    record AccessToken(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {}

    record Refusal(
            String error, @JsonProperty("error_description") String errorDescription) {}
}
