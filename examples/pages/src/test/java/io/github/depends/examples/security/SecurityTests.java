package io.github.depends.examples.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "partner.key=a key that both know")
@AutoConfigureMockMvc
class SecurityTests {

    /** The answer to a request without credentials, as docs/security.md shows it. */
    private static final String NOT_AUTHENTICATED = """
            HTTP/1.1 401
            WWW-Authenticate: Bearer realm="articles"
            Content-Type: application/problem+json

            {"status":401,"detail":"Not authenticated","title":"Unauthorized"}
            """;

    /** HMAC-SHA256 of {@code pen}, made by {@code openssl dgst -sha256 -hmac}. */
    private static final String SIGNATURE = "853e4dcef6bab8e7872f3ea655ea3ffce8177173c58d4b0872e9ad4941eb7cbe";

    @Autowired
    MockMvcTester mvc;

    @Test
    void asksForCredentials() throws UnsupportedEncodingException {
        MockHttpServletResponse answer = mvc.get().uri("/me").exchange().getResponse();
        String shown = "HTTP/1.1 %d%nWWW-Authenticate: %s%nContent-Type: %s%n%n%s%n"
                .formatted(
                        answer.getStatus(),
                        answer.getHeader("WWW-Authenticate"),
                        answer.getContentType(),
                        answer.getContentAsString());
        assertThat(shown).isEqualToNormalizingNewlines(NOT_AUTHENTICATED);
    }

    @Test
    void findsTheUserOfAToken() {
        assertThat(get("ann")).hasStatusOk().bodyText().isEqualTo("{\"name\":\"ann\"}");
        assertThat(get("eve"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .headers()
                .hasValue("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void letsInWhatAPartnerHasSigned() {
        assertThat(post("pen", SIGNATURE)).hasStatusOk().bodyText().isEqualTo("{\"name\":\"acme\"}");
        assertThat(post("ink", SIGNATURE)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(post("pen", "none"))
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .headers()
                .hasValue("WWW-Authenticate", "Hmac");
        assertThat(mvc.post().uri("/partners/orders").content("pen").header("X-Signature", SIGNATURE, SIGNATURE))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult get(String token) {
        return mvc.get().uri("/me").header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult post(String body, String signature) {
        return mvc.post()
                .uri("/partners/orders")
                .content(body)
                .header("X-Signature", signature)
                .exchange();
    }
}
