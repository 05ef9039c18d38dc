package io.github.depends.security;

/** Tells what can be a name in HTTP, so that a scheme with one that no request can have is refused when it is made. */
final class HttpNames {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HttpNames() {}

    /**
     * Requires a token (RFC 9110, 5.6.2), which is what names of headers, cookies (RFC 6265, 4.1.1) and HTTP
     * authentication schemes are.
     *
     * @throws IllegalArgumentException if it is none
     */
    static void requireToken(String kind, String name) {
        if (name.isEmpty() || !name.chars().allMatch(HttpNames::inToken)) {
            throw new IllegalArgumentException(
                    "The name of a " + kind + " has letters, digits and " + TOKEN_MARKS + " only, and at least one");
        }
    }

    private static boolean inToken(int each) {
        return each >= 'a' && each <= 'z'
                || each >= 'A' && each <= 'Z'
                || each >= '0' && each <= '9'
                || TOKEN_MARKS.indexOf(each) >= 0;
    }

    /**
     * Requires text that a query string can carry as the name of a parameter.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static void requireQueryName(String name) {
        if (name.isBlank() || name.codePoints().anyMatch(HttpNames::unsendable)) {
            throw new IllegalArgumentException(
                    "The name of a query parameter is not blank and has no control character");
        }
    }

    private static boolean unsendable(int each) {
        return Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE;
    }

    /**
     * Requires an OAuth2 scope (RFC 6749, 3.3).
     *
     * @throws IllegalArgumentException if it is none
     */
    static void requireScope(String scope) {
        if (!SecurityScopes.isScope(scope)) {
            throw new IllegalArgumentException(
                    "An OAuth2 scope is visible ASCII text without spaces, quotation marks and backslashes");
        }
    }

    /**
     * Requires a URL, absolute or relative.
     *
     * @throws IllegalArgumentException if a character of it cannot be in one
     */
    static void requireUrl(String url) {
        if (url.isBlank() || url.chars().anyMatch(each -> each <= ' ' || each == 0x7F)) {
            throw new IllegalArgumentException("A URL of a scheme is not blank and has no blank or control character");
        }
    }

    /**
     * Requires what can be a key in an OpenAPI document.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static void requireSchemeName(String name) {
        if (!name.matches("[a-zA-Z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "The name of a scheme in the OpenAPI document has letters, digits, '.', '-' and '_' only");
        }
    }
}
