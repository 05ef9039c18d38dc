package io.github.depends.security;

/** Refuses a request whose credentials are missing or not valid; answered with 401 and a challenge (RFC 9110, 15.5.2). */
public class NotAuthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String challenge;

    /**
     * Creates the exception.
     *
     * @param challenge value of the {@code WWW-Authenticate} header, such as {@code Bearer}
     * @throws IllegalArgumentException if the challenge is empty or has a line break
     */
    public NotAuthenticatedException(String challenge) {
        super("Not authenticated");
        if (challenge.isBlank() || challenge.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A challenge is one line of text");
        }
        this.challenge = challenge;
    }

    /** Returns the value of the {@code WWW-Authenticate} header. */
    public String getChallenge() {
        return challenge;
    }
}
