package io.github.depends.security;

/**
 * Credentials of HTTP Basic authentication (RFC 7617).
 *
 * @param username user-id, without a colon
 * @param password password
 */
public record BasicCredentials(String username, String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "BasicCredentials[username=" + username + "]";
    }
}
