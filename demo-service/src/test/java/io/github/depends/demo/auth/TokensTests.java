package io.github.depends.demo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.depends.security.NotAuthenticatedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTests {

    @Test
    void knowsItsOwnTokens() {
        Tokens tokens = tokens(Duration.ofMinutes(1));
        assertThat(tokens.verify(tokens.issue(17))).isEqualTo(17);
    }

    @Test
    void refusesATokenThatHasExpired() {
        Tokens tokens = tokens(Duration.ofMinutes(-2));
        refused(tokens, tokens.issue(17));
    }

    @Test
    void refusesATokenThatSomebodyChanged() {
        Tokens tokens = tokens(Duration.ofMinutes(1));
        String token = tokens.issue(17);
        refused(tokens, token.replace(".", ".A"));
        refused(tokens, token.substring(0, token.length() - 4));
    }

    @Test
    void refusesTheTokensOfAnotherService() {
        refused(tokens(Duration.ofMinutes(1)), tokens(Duration.ofMinutes(1)).issue(17));
    }

    @Test
    void isNotFooledByAnAccessTokenWithTheSameKey() {
        TokenSettings settings =
                new TokenSettings("a secret of thirty-two characters", false, Duration.ofDays(1), Duration.ofDays(1));
        Tokens tokens = new Tokens(settings);
        AccessTokens accessTokens = new AccessTokens(settings);
        refused(tokens, accessTokens.issue(17, List.of("admin:read")));
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accessTokens.verify(tokens.issue(17)));
        assertThat(accessTokens.verify(accessTokens.issue(17, List.of("a", "b"))))
                .isEqualTo(new AccessTokens.Grant(17, List.of("a", "b")));
    }

    private static void refused(Tokens tokens, String token) {
        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> tokens.verify(token));
    }

    private static Tokens tokens(Duration validity) {
        return new Tokens(new TokenSettings(null, true, validity, validity));
    }
}
