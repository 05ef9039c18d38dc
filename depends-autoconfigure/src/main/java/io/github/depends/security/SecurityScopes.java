package io.github.depends.security;

import java.util.List;

/**
 * OAuth2 scopes accumulated from the endpoint down to the dependency that takes this as a parameter, outermost first,
 * without repeats.
 *
 * @param scopes the OAuth2 scopes
 */
public record SecurityScopes(List<String> scopes) {

    /** Copies the scopes. */
    public SecurityScopes {
        scopes = List.copyOf(scopes);
    }

    /** Returns the OAuth2 scopes separated by a space, as in RFC 6749 section 3.3. */
    public String scopeString() {
        return String.join(" ", scopes);
    }
}
