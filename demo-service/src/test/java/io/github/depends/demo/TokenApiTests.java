package io.github.depends.demo;

import static io.github.depends.demo.Conduit.PASSWORD;

import io.github.depends.demo.Conduit.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The token endpoint as RFC 6749, sections 4.3 and 5, describes it. */
@ConduitTest
class TokenApiTests {

    @Autowired
    Conduit conduit;

    @Test
    void grantsWhatIsAskedFor() {
        Member admin = conduit.registerAdmin();
        ResponseSpec answer = conduit.askForToken(
                "grant_type", "password", "username", admin.email(), "password", PASSWORD, "scope", "admin:read");
        answer.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectHeader()
                .valueEquals(HttpHeaders.PRAGMA, "no-cache")
                .expectBody()
                .jsonPath("$.access_token")
                .isNotEmpty()
                .jsonPath("$.token_type")
                .isEqualTo("Bearer")
                .jsonPath("$.expires_in")
                .isEqualTo(900)
                .jsonPath("$.scope")
                .isEqualTo("admin:read");
    }

    @Test
    void grantsAllThereIsWhereNothingIsAskedFor() {
        Member admin = conduit.registerAdmin();
        conduit.askForToken("grant_type", "password", "username", admin.email(), "password", PASSWORD)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.scope")
                .isEqualTo("admin:read admin:write");
    }

    @Test
    void grantsNothingThatIsNotThere() {
        Member member = conduit.register();
        Member admin = conduit.registerAdmin();
        refused(
                conduit.askForToken(
                        "grant_type", "password", "username", admin.email(), "password", PASSWORD, "scope", "root"),
                "invalid_scope");
        refused(
                conduit.askForToken(
                        "grant_type",
                        "password",
                        "username",
                        member.email(),
                        "password",
                        PASSWORD,
                        "scope",
                        "admin:read"),
                "invalid_scope");
        refused(
                conduit.askForToken("grant_type", "password", "username", member.email(), "password", PASSWORD),
                "invalid_scope");
    }

    @Test
    void refusesAWrongPasswordLikeAnUnknownUser() {
        Member admin = conduit.registerAdmin();
        refused(
                conduit.askForToken("grant_type", "password", "username", admin.email(), "password", "wrong horse"),
                "invalid_grant");
        refused(
                conduit.askForToken("grant_type", "password", "username", "nobody@example.org", "password", PASSWORD),
                "invalid_grant");
    }

    @Test
    void knowsNoOtherGrant() {
        refused(conduit.askForToken("grant_type", "authorization_code", "code", "x"), "unsupported_grant_type");
        refused(
                conduit.askForToken("grant_type", "client_credentials", "username", "x", "password", "y"),
                "unsupported_grant_type");
    }

    @Test
    void tellsAllThatIsMissing() {
        refused(conduit.askForToken("scope", "admin:read"), "invalid_request")
                .jsonPath("$.error_description")
                .isEqualTo("grant_type is required, username is required, password is required");
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        refused(
                conduit.askForToken("grant_type", "password", "username", "a", "username", "b", "password", PASSWORD),
                "invalid_request");
    }

    @Test
    void takesNoPasswordFromThePath() {
        Member admin = conduit.registerAdmin();
        refused(
                conduit.stranger()
                        .http()
                        .post()
                        .uri("/api/oauth/token?grant_type=password&username={u}&password={p}", admin.email(), PASSWORD)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .exchange(),
                "invalid_request");
    }

    @Test
    void takesNothingButAForm() {
        conduit.stranger()
                .post("/api/oauth/token", Map.of("grant_type", "password"))
                .expectStatus()
                .isEqualTo(415);
    }

    private static BodyContentSpec refused(ResponseSpec answer, String error) {
        return answer.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo(error);
    }
}
