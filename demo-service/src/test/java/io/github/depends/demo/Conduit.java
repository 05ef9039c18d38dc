package io.github.depends.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The service as its clients see it. */
@TestComponent
class Conduit {

    static final String PASSWORD = "planted-5ecret horse";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RestTestClient http;
    private final JdbcClient jdbc;

    Conduit(@Lazy RestTestClient http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    Client stranger() {
        return new Client(http, null);
    }

    Client authorized(String authorization) {
        return new Client(http, authorization);
    }

    /** Registers somebody nobody has heard of. */
    Member register() {
        String username = "user" + NUMBER.incrementAndGet();
        String email = username + "@example.org";
        Map<String, Object> answer = stranger()
                .post("/api/users", user(username, email, PASSWORD))
                .expectStatus()
                .isCreated()
                .expectBody(Json.OBJECT)
                .returnResult()
                .getResponseBody();
        String token = (String) Json.object(answer, "user").get("token");
        return new Member(username, email, token, authorized("Token " + token));
    }

    /** Registers somebody and makes an administrator of them, as only somebody with access to the database can. */
    Member registerAdmin() {
        Member member = register();
        jdbc.sql("update account set role = 'admin' where username = ?")
                .param(member.username())
                .update();
        return member;
    }

    /** Asks for an access token with a form of names and values. */
    ResponseSpec askForToken(String... form) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int i = 0; i < form.length; i += 2) {
            fields.add(form[i], form[i + 1]);
        }
        return http.post()
                .uri("/api/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .exchange();
    }

    /** Gets an access token and returns somebody who sends it. */
    Client authorizedFor(Member member, String scope) {
        Map<String, Object> answer = askForToken(
                        "grant_type", "password", "username", member.email(), "password", PASSWORD, "scope", scope)
                .expectStatus()
                .isOk()
                .expectBody(Json.OBJECT)
                .returnResult()
                .getResponseBody();
        return authorized("Bearer " + answer.get("access_token"));
    }

    static Map<String, Object> user(String username, String email, String password) {
        return Map.of("user", Map.of("username", username, "email", email, "password", password));
    }

    static Map<String, Object> article(String title, String... tags) {
        return Map.of(
                "article",
                Map.of("title", title, "description", "About it", "body", "All of it", "tagList", List.of(tags)));
    }

    /** Somebody with an account. */
    record Member(String username, String email, String token, Client client) {

        /** Publishes an article and returns its slug. */
        String publish(String title, String... tags) {
            Map<String, Object> answer = client.post("/api/articles", article(title, tags))
                    .expectStatus()
                    .isCreated()
                    .expectBody(Json.OBJECT)
                    .returnResult()
                    .getResponseBody();
            return (String) Json.object(answer, "article").get("slug");
        }

        /** Comments on an article and returns the comment's id. */
        int comment(String slug, String text) {
            Map<String, Object> answer = client.post(
                            "/api/articles/{slug}/comments", Map.of("comment", Map.of("body", text)), slug)
                    .expectStatus()
                    .isOk()
                    .expectBody(Json.OBJECT)
                    .returnResult()
                    .getResponseBody();
            return (Integer) Json.object(answer, "comment").get("id");
        }
    }
}
