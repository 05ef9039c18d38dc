package io.github.depends.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to a token endpoint in exchange for a user's name and password (RFC 6749, 4.3.2): a dependency that
 * is there already.
 *
 * <pre>{@code
 * @PostMapping(path = "/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
 * AccessToken token(@Depends OAuth2PasswordRequestForm form) { ... }
 * }</pre>
 *
 * <p>It is read from the body only, never from the query string, and a parameter that is given twice is refused. Whether
 * the credentials are any good is for the endpoint to find out.
 *
 * @param username name of the user
 * @param password password of the user
 * @param scopes OAuth2 scopes that are asked for, in order, without repeats; empty if the client leaves them to the server
 * @param clientId name of the client, of the form or of HTTP Basic authentication (RFC 6749, 2.3.1)
 * @param clientSecret password of the client, likewise
 */
public record OAuth2PasswordRequestForm(
        String username,
        String password,
        List<String> scopes,
        @Nullable String clientId,
        @Nullable String clientSecret) {

    /** Copies the scopes. */
    public OAuth2PasswordRequestForm {
        scopes = List.copyOf(scopes);
    }

    /** Leaves out everything that the client has sent. */
    @Override
    public String toString() {
        return "OAuth2PasswordRequestForm";
    }
}
