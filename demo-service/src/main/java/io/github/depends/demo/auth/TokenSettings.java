package io.github.depends.demo.auth;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are signed.
 *
 * @param key secret of at least 32 bytes; all instances of the service need the same one
 * @param generateKey whether a key is made up at start where none is given
 * @param validity time after which a user must log in again
 * @param accessValidity time after which an OAuth2 client must ask for another access token
 */
@ConfigurationProperties("conduit.token")
record TokenSettings(
        @Nullable String key,
        @DefaultValue("false") boolean generateKey,
        @DefaultValue("30d") Duration validity,
        @DefaultValue("15m") Duration accessValidity) {

    private static final int KEY_BYTES = 32;

    TokenSettings {
        if (key == null || key.isBlank()) {
            if (!generateKey) {
                throw new IllegalArgumentException(
                        "conduit.token.key is not set: give a secret of 32 characters or more, for example in the"
                                + " environment variable CONDUIT_TOKEN_KEY");
            }
        } else if (bytes(key).length < KEY_BYTES) {
            throw new IllegalArgumentException("conduit.token.key is too short: HS256 needs 32 characters or more");
        }
    }

    byte[] secret() {
        return key == null || key.isBlank() ? madeUp() : bytes(key);
    }

    @Override
    public String toString() {
        return "TokenSettings[validity=" + validity + "]";
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] madeUp() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
