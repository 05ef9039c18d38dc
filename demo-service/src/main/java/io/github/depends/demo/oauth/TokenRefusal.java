package io.github.depends.demo.oauth;

/** Refuses a token, with the words of RFC 6749, section 5.2. */
class TokenRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    TokenRefusal(String error, String description) {
        super(error + ": " + description);
        this.error = error;
        this.description = description;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }
}
