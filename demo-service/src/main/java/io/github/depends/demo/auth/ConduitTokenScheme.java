package io.github.depends.demo.auth;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.security.CredentialSource;
import io.github.depends.security.NotAuthenticatedException;
import io.github.depends.security.SchemeDescription;
import io.github.depends.security.SecurityScheme;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the token of {@code Authorization: Token <jwt>}, which is how the Conduit API wants it. */
public final class ConduitTokenScheme implements SecurityScheme<String> {

    private static final String CHALLENGE = "Token";
    private static final Pattern HEADER = Pattern.compile("Token +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final boolean required;

    private ConduitTokenScheme(boolean required) {
        this.required = required;
    }

    static ConduitTokenScheme requiredToken() {
        return new ConduitTokenScheme(true);
    }

    static ConduitTokenScheme optionalToken() {
        return new ConduitTokenScheme(false);
    }

    /** Returns what to throw where credentials turn out to be no good. */
    public static NotAuthenticatedException notAuthenticated() {
        return new NotAuthenticatedException(CHALLENGE);
    }

    @Override
    public @Nullable String credentials(CredentialSource request) {
        List<String> lines = request.headers("Authorization");
        if (lines.size() > 1) {
            throw new InvalidRequestException(
                    List.of(new RequestError("header", "Authorization", "duplicate", "is given more than once")));
        }
        Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
        return header.matches() ? header.group(1) : null;
    }

    @Override
    public String challenge() {
        return CHALLENGE;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public SchemeDescription describe() {
        return SchemeDescription.apiKey("header", "Authorization")
                .withDescription("`Token <jwt>`, the token of a registration or login")
                .withSchemeName("Token");
    }
}
