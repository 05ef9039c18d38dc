package io.github.depends.demo;

import static io.github.depends.demo.Conduit.PASSWORD;
import static io.github.depends.demo.Conduit.user;
import static io.github.depends.demo.Refusals.invalid;
import static io.github.depends.demo.Refusals.notAuthenticated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConduitTest
class UserApiTests {

    @Autowired
    Conduit conduit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void registersAUser() {
        conduit.stranger()
                .post("/api/users", user("Jacob", "jake@example.org", PASSWORD))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.user.username")
                .isEqualTo("Jacob")
                .jsonPath("$.user.email")
                .isEqualTo("jake@example.org")
                .jsonPath("$.user.token")
                .isNotEmpty()
                .jsonPath("$.user.bio")
                .isEqualTo(null)
                .jsonPath("$.user.image")
                .isEqualTo(null)
                .jsonPath("$.user.length()")
                .isEqualTo(5);
    }

    @Test
    void keepsNoPasswordInTheClear() {
        Member member = conduit.register();
        String hash = jdbc.sql("select password_hash from account where username = ?")
                .param(member.username())
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$2").doesNotContain(PASSWORD);
    }

    @Test
    void tellsEverythingThatIsWrongWithARegistration() {
        invalid(
                conduit.stranger().post("/api/users", user(" ", "nobody", "short")),
                "user.username must not be blank",
                "user.email must be a well-formed email address",
                "user.password must have at least 8 characters and at most 72 bytes");
    }

    @Test
    void tellsWhatIsMissingInARegistration() {
        invalid(
                conduit.stranger().post("/api/users", Map.of("user", Map.of())),
                "user.username must not be blank",
                "user.email must not be blank",
                "user.password must not be null");
        invalid(conduit.stranger().post("/api/users", Map.of()), "user must not be null");
    }

    @Test
    void refusesAPasswordThatBCryptWouldCut() {
        invalid(
                conduit.stranger().post("/api/users", user("long", "long@example.org", "ü".repeat(37))),
                "user.password must have at least 8 characters and at most 72 bytes");
    }

    @Test
    void refusesWhatIsNoJson() {
        conduit.stranger()
                .post("/api/users", "{")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.body[0]")
                .isNotEmpty();
    }

    @Test
    void refusesATakenNameOrEmail() {
        Member member = conduit.register();
        invalid(
                conduit.stranger().post("/api/users", user(member.username(), "other@example.org", PASSWORD)),
                "has already been taken");
        invalid(
                conduit.stranger().post("/api/users", user("other", member.email(), PASSWORD)),
                "has already been taken");
    }

    @Test
    void logsIn() {
        Member member = conduit.register();
        login(member.email(), PASSWORD);
    }

    @Test
    void refusesAWrongPasswordLikeAnUnknownEmail() {
        Member member = conduit.register();
        notAuthenticated(conduit.stranger().post("/api/users/login", credentials(member.email(), "wrong horse")));
        notAuthenticated(conduit.stranger().post("/api/users/login", credentials("nobody@example.org", PASSWORD)));
    }

    @Test
    void tellsWhatIsMissingInALogin() {
        invalid(
                conduit.stranger().post("/api/users/login", Map.of("user", Map.of())),
                "user.email must not be blank",
                "user.password must not be blank");
    }

    @Test
    void showsTheCurrentUser() {
        Member member = conduit.register();
        member.client()
                .get("/api/user")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.username")
                .isEqualTo(member.username())
                .jsonPath("$.user.token")
                .isNotEmpty();
    }

    @Test
    void changesWhatIsGivenAndKeepsTheRest() {
        Member member = conduit.register();
        member.client()
                .put(
                        "/api/user",
                        Map.of("user", Map.of("bio", "I like to skateboard", "image", "https://example.org/i")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.bio")
                .isEqualTo("I like to skateboard")
                .jsonPath("$.user.image")
                .isEqualTo("https://example.org/i")
                .jsonPath("$.user.email")
                .isEqualTo(member.email());
        member.client().get("/api/user").expectBody().jsonPath("$.user.bio").isEqualTo("I like to skateboard");
    }

    @Test
    void changesThePassword() {
        Member member = conduit.register();
        member.client()
                .put("/api/user", Map.of("user", Map.of("password", "battery staple")))
                .expectStatus()
                .isOk();
        notAuthenticated(conduit.stranger().post("/api/users/login", credentials(member.email(), PASSWORD)));
        login(member.email(), "battery staple");
    }

    @Test
    void refusesAChangeOfNothing() {
        invalid(
                conduit.register().client().put("/api/user", Map.of("user", Map.of())),
                "user must have at least one field");
    }

    @Test
    void refusesAnInvalidChange() {
        invalid(
                conduit.register()
                        .client()
                        .put("/api/user", Map.of("user", Map.of("username", " ", "email", "x", "password", "short"))),
                "user.username must not be blank",
                "user.email must be a well-formed email address",
                "user.password must have at least 8 characters and at most 72 bytes");
    }

    @Test
    void refusesAChangeToATakenName() {
        Member member = conduit.register();
        invalid(
                conduit.register().client().put("/api/user", Map.of("user", Map.of("username", member.username()))),
                "has already been taken");
    }

    private void login(String email, String password) {
        conduit.stranger()
                .post("/api/users/login", credentials(email, password))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user.email")
                .isEqualTo(email)
                .jsonPath("$.user.token")
                .isNotEmpty();
    }

    private static Map<String, Object> credentials(String email, String password) {
        return Map.of("user", Map.of("email", email, "password", password));
    }
}
