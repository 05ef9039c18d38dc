package io.github.depends.web;

import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.security.BasicCredentials;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.OAuth2PasswordRequestForm;
import io.github.depends.security.SecurityScopes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of one token request (RFC 6749, 4.3.2), and what is wrong with it. */
final class SentPasswordForm {

    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String SCOPE = "scope";
    private static final Pattern BASIC = Pattern.compile("(?i)Basic(\\s.*)?");
    private static final char UNDECODABLE = '\uFFFD';

    private final HttpServletRequest request;
    private final Messages messages;
    private final SentQuery query;
    private final List<RequestError> errors = new ArrayList<>();

    SentPasswordForm(HttpServletRequest request, Messages messages) {
        this.request = request;
        this.messages = messages;
        this.query = new SentQuery(request);
    }

    /**
     * Reads the form.
     *
     * @throws InvalidRequestException with everything that is wrong with it
     */
    OAuth2PasswordRequestForm read() {
        requireReadable();
        String grant = required("grant_type");
        if (isText(grant) && !grant.isEmpty() && !grant.equals("password")) {
            refuse("form", "grant_type", "Pattern", "must be password");
        }
        String username = required("username");
        String password = required("password");
        List<String> scopes = scopes();
        BasicCredentials client = client();
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return new OAuth2PasswordRequestForm(
                username,
                password,
                scopes,
                client == null ? null : client.username(),
                client == null || client.password().isEmpty() ? null : client.password());
    }

    // Left to the container, it would be logged with the values, a password among them.
    private void requireReadable() {
        if (query.hasParts()) {
            return;
        }
        try {
            request.getParameterMap();
        } catch (IllegalStateException undecodable) {
            refuse("form", "", "unreadable");
            throw new InvalidRequestException(errors);
        }
    }

    private List<String> scopes() {
        String sent = only(SCOPE);
        List<String> scopes = sent == null
                ? List.of()
                : Stream.of(sent.split(" "))
                        .filter(scope -> !scope.isEmpty())
                        .distinct()
                        .toList();
        if (!scopes.stream().allMatch(SecurityScopes::isScope)) {
            refuse("form", SCOPE, "Pattern", "must be OAuth2 scopes separated by blanks");
        }
        return scopes;
    }

    // A client must not authenticate in two ways at once (RFC 6749, 2.3).
    private @Nullable BasicCredentials client() {
        String id = only(CLIENT_ID);
        String secret = only(CLIENT_SECRET);
        BasicCredentials basic = basic();
        if (basic != null) {
            Stream.of(CLIENT_ID, CLIENT_SECRET)
                    .filter(name -> (name.equals(CLIENT_ID) ? id : secret) != null)
                    .forEach(name -> refuse("form", name, "duplicate"));
            return basic;
        }
        if (id == null && secret != null) {
            refuse("form", CLIENT_ID, "missing");
        }
        return id == null ? null : new BasicCredentials(id, secret == null ? "" : secret);
    }

    private @Nullable BasicCredentials basic() {
        try {
            BasicCredentials sent = HttpBasic.of().credentials(new ServletCredentialSource(request));
            if (sent != null) {
                return client(decoded(sent.username()), decoded(sent.password()));
            }
            String header = request.getHeader("Authorization");
            if (header != null && BASIC.matcher(header).matches()) {
                refuse("header", "Authorization", "unreadable");
            }
        } catch (InvalidRequestException duplicate) {
            errors.addAll(duplicate.getErrors());
        } catch (IllegalArgumentException undecodable) {
            refuse("header", "Authorization", "unreadable");
        }
        return null;
    }

    // Some clients send an empty name and password instead of nothing.
    private static @Nullable BasicCredentials client(String id, String secret) {
        if (id.isEmpty() && !secret.isEmpty()) {
            throw new IllegalArgumentException("A password without a name");
        }
        return id.isEmpty() ? null : new BasicCredentials(id, secret);
    }

    private static String decoded(String text) {
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (!isText(decoded) || decoded.indexOf(UNDECODABLE) >= 0) {
            throw new IllegalArgumentException("No text in UTF-8");
        }
        return decoded;
    }

    private static boolean isText(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private String required(String name) {
        String value = only(name);
        if (value == null && errors.stream().noneMatch(error -> error.name().equals(name))) {
            refuse("form", name, "missing");
        }
        return value == null ? "" : value;
    }

    /** Returns a parameter that has a value; one without counts as left out (RFC 6749, 3.2). */
    private @Nullable String only(String name) {
        List<String> values = values(name);
        if (values.size() > 1 || !values.isEmpty() && query.parameters().containsKey(name)) {
            refuse("form", name, "duplicate");
            return null;
        }
        return values.isEmpty() || values.get(0).isEmpty() ? null : text(name, values.get(0));
    }

    // A line end or another control character is in none of them (RFC 6749, appendix A).
    private String text(String name, String value) {
        if (!isText(value) && !name.equals(SCOPE)) {
            refuse("form", name, "Pattern", "must be text without control characters");
        }
        return value;
    }

    // The servlet API puts the values of the query string before those of the form.
    private List<String> values(String name) {
        String[] all = query.hasParts() ? null : request.getParameterValues(name);
        int before = query.parameters().getOrDefault(name, List.of()).size();
        return all == null || all.length <= before
                ? List.of()
                : Arrays.asList(all).subList(before, all.length);
    }

    private void refuse(String in, String name, String code) {
        errors.add(new RequestError(in, name, code, messages.of(code, name)));
    }

    private void refuse(String in, String name, String code, String text) {
        errors.add(new RequestError(in, name, code, messages.of(name, name, text)));
    }
}
