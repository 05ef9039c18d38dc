package io.github.depends.security;

/** Refuses a request whose credentials are missing or not valid; answered with 401 and a challenge (RFC 9110, 15.5.2). */
public class NotAuthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String challenge;

    /**
     * Creates the exception.
     *
     * @param challenge value of the {@code WWW-Authenticate} header, such as {@code Bearer}
     * @throws IllegalArgumentException if the challenge is empty, or has a line break or another character that no header
     *     carries (beyond ISO 8859-1: RFC 9110, 5.5)
     */
    public NotAuthenticatedException(String challenge) {
        super("Not authenticated");
        if (challenge.isBlank() || !fitsHeader(challenge)) {
            throw new IllegalArgumentException("A challenge is one line of ISO 8859-1 text, as a header carries it");
        }
        this.challenge = challenge;
    }

    /** Whether a header carries a text as it is. */
    static boolean fitsHeader(String text) {
        return text.chars().noneMatch(each -> Character.isISOControl(each) || each > 0xFF);
    }

    /** Returns the value of the {@code WWW-Authenticate} header. */
    public String getChallenge() {
        return challenge;
    }
}
