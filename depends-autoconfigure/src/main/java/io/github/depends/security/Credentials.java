package io.github.depends.security;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single values and {@code Authorization} headers for the schemes. */
final class Credentials {

    private Credentials() {}

    /** Returns the only value, {@code null} for none or an empty one. */
    static @Nullable String single(List<String> values, String in, String name) {
        if (values.size() > 1) {
            throw new InvalidRequestException(
                    List.of(new RequestError(in, name, "duplicate", "is given more than once")));
        }
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }

    /** Returns the token68 after a scheme's name in {@code Authorization} (RFC 9110, 11.4), {@code null} if it is not so. */
    static @Nullable String authorization(CredentialSource request, String scheme) {
        String header = single(request.headers("Authorization"), "header", "Authorization");
        if (header == null || !header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1)) {
            return null;
        }
        String token = header.substring(scheme.length()).trim();
        return token68(token) ? token : null;
    }

    private static boolean token68(String token) {
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        for (int index = 0; index < end; index++) {
            char each = token.charAt(index);
            boolean alphanumeric =
                    each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each >= '0' && each <= '9';
            if (!alphanumeric && "._~+/-".indexOf(each) < 0) {
                return false;
            }
        }
        return end > 0;
    }

    /** Returns a challenge with a quoted realm, if there is one (RFC 9110, 11.5). */
    static String challenge(String scheme, @Nullable String realm, String... more) {
        StringBuilder challenge = new StringBuilder(scheme);
        String separator = " ";
        if (realm != null) {
            challenge
                    .append(" realm=\"")
                    .append(realm.replaceAll("([\"\\\\])", "\\\\$1"))
                    .append('"');
            separator = ", ";
        }
        for (String parameter : more) {
            challenge.append(separator).append(parameter);
            separator = ", ";
        }
        return challenge.toString();
    }
}
