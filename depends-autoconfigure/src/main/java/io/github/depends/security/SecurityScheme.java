package io.github.depends.security;

import org.jspecify.annotations.Nullable;

/**
 * Reads the credentials of a request: a Spring bean, asked for by its class and, where there are several, bean name.
 *
 * <p>It only reads; whether the credentials are any good is for the dependency that takes them to find out. Must be
 * thread-safe.
 *
 * @param <T> type of the credentials
 */
public interface SecurityScheme<T> {

    /**
     * Reads the credentials.
     *
     * @param request the request without its body
     * @return the credentials, or {@code null} if they are missing, empty or malformed
     * @throws io.github.depends.InvalidRequestException with code {@code duplicate} if they are given twice
     */
    @Nullable T credentials(CredentialSource request);

    /** Returns the value of {@code WWW-Authenticate} that asks a client for these credentials. */
    String challenge();

    /** Whether a request without credentials is refused; otherwise their value is {@code null}. */
    boolean required();

    /** Describes the scheme for the OpenAPI document; unless overridden, HTTP authentication by the challenge's scheme. */
    default SchemeDescription describe() {
        return SchemeDescription.http(challenge().split("[ ,]", 2)[0].toLowerCase(java.util.Locale.ROOT));
    }
}
