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

    /**
     * Whether a text is one OAuth2 scope, as RFC 6749 allows it (3.3): visible ASCII characters, at least one, none of
     * them a quotation mark or a backslash.
     */
    public static boolean isScope(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(each -> each > ' ' && each < 0x7F && each != '"' && each != '\\');
    }
}
