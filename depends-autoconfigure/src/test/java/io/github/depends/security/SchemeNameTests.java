package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\r\nX: y", "a b", "a:b", "a;b", "a=b", "a,b", "\"a\"", "kéy", "a\u0000", "a/b", "(a)"
            })
    void refusesNamesThatNoHeaderAndNoCookieCanHave(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.header(name))
                .withMessageContaining("header");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.cookie(name))
                .withMessageContaining("cookie");
        assertThatIllegalArgumentException().isThrownBy(() -> SchemeDescription.apiKey("header", name));
        assertThatIllegalArgumentException().isThrownBy(() -> SchemeDescription.http(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nb", "a\u0000", "\ud800"})
    void refusesNamesThatNoQueryCanHave(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.query(name))
                .withMessageContaining("query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a\nb", "é"})
    void refusesNamesThatNoDocumentCanHave(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpBearer.of().schemeName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "a\nb", "é"})
    void refusesScopesThatOAuth2DoesNotAllow(String scope) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OAuth2PasswordBearer.of("/token").scope(scope, "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/a b", "/a\r\nb"})
    void refusesUrlsThatAreNone(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> OAuth2PasswordBearer.of(url));
        assertThatIllegalArgumentException().isThrownBy(() -> OpenIdConnect.of(url));
        assertThatIllegalArgumentException().isThrownBy(() -> OAuth2AuthorizationCodeBearer.of("/authorize", url));
        assertThatIllegalArgumentException().isThrownBy(() -> OAuth2AuthorizationCodeBearer.of(url, "/token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y", "a\nb", "\u0000", "日本"})
    void refusesRealmsAndChallengesThatNoHeaderCanCarry(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpBasic.of().realm(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new NotAuthenticatedException(text));
    }

    @Test
    void refusesAnApiKeyThatIsNowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> SchemeDescription.apiKey("body", "key"));
    }

    @Test
    void takesAllOtherNames() {
        assertThat(ApiKey.header("X-Api_Key.1").describe().parameter()).isEqualTo("X-Api_Key.1");
        assertThat(ApiKey.cookie("__Host-key").describe().parameter()).isEqualTo("__Host-key");
        assertThat(ApiKey.query("schlüssel[0]").describe().parameter()).isEqualTo("schlüssel[0]");
        assertThat(OAuth2PasswordBearer.of("/token")
                        .scope("items:read", "Read")
                        .describe()
                        .scopes())
                .containsKey("items:read");
    }
}
