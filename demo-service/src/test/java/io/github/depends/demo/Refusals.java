package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** How the service says no. */
final class Refusals {

    private Refusals() {}

    static void notAuthenticated(ResponseSpec answer) {
        notAuthenticated(answer, "Token");
    }

    static void notAuthenticated(ResponseSpec answer, String challenge) {
        refused(answer, HttpStatus.UNAUTHORIZED, "credentials are missing or not valid");
        answer.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    static void forbidden(ResponseSpec answer, String message) {
        refused(answer, HttpStatus.FORBIDDEN, message);
    }

    static void notFound(ResponseSpec answer, String message) {
        refused(answer, HttpStatus.NOT_FOUND, message);
    }

    static void invalid(ResponseSpec answer, String... messages) {
        refused(answer, HttpStatus.UNPROCESSABLE_CONTENT, messages);
    }

    private static void refused(ResponseSpec answer, HttpStatus status, String... messages) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors.body")
                .value(body -> assertThat(body).asInstanceOf(LIST).containsExactlyInAnyOrder((Object[]) messages));
    }
}
