package io.github.depends.demo;

import static io.github.depends.demo.Refusals.forbidden;
import static io.github.depends.demo.Refusals.notAuthenticated;
import static io.github.depends.demo.Refusals.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ConduitTest
class AdminApiTests {

    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    @Autowired
    Conduit conduit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry metrics;

    @Test
    void tellsAnAdministratorWhatThereIs() {
        admin("admin:read")
                .get("/api/admin/statistics")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.users")
                .isNumber()
                .jsonPath("$.articles")
                .isNumber()
                .jsonPath("$.comments")
                .isNumber();
    }

    @Test
    void letsAnAdministratorRemoveAnyArticle() {
        String slug = conduit.register().publish("Spam");
        Client admin = admin("admin:read admin:write");
        admin.delete("/api/admin/articles/{slug}", slug).expectStatus().isNoContent();
        notFound(conduit.stranger().get("/api/articles/{slug}", slug), "article not found");
        notFound(admin.delete("/api/admin/articles/{slug}", slug), "article not found");
    }

    @Test
    void tellsWhichOAuth2ScopeATokenLacks() {
        String slug = conduit.register().publish("Not spam");
        insufficient(admin("admin:read").delete("/api/admin/articles/{slug}", slug), "admin:write");
        insufficient(admin("admin:write").delete("/api/admin/articles/{slug}", slug), "admin:read");
        insufficient(admin("admin:write").get("/api/admin/statistics"), "admin:read");
        conduit.stranger().get("/api/articles/{slug}", slug).expectStatus().isOk();
    }

    @Test
    void asksTheDatabaseNothingForATokenThatGrantsTooLittle() {
        Client admin = admin("admin:write");
        long before = connectionsTaken();
        insufficient(admin.get("/api/admin/statistics"), "admin:read");
        assertThat(connectionsTaken() - before).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/admin/statistics", "DELETE, /api/admin/articles/none"})
    void letsNobodyInWithoutAnAccessToken(String method, String path) {
        HttpMethod verb = HttpMethod.valueOf(method);
        Member admin = conduit.registerAdmin();
        notAuthenticated(conduit.stranger().send(verb, path, "{}"), "Bearer");
        notAuthenticated(admin.client().send(verb, path, "{}"), "Bearer");
        notAuthenticated(conduit.authorized("Bearer nonsense").send(verb, path, "{}"), INVALID_TOKEN);
        notAuthenticated(conduit.authorized("Bearer " + admin.token()).send(verb, path, "{}"), INVALID_TOKEN);
    }

    @Test
    void refusesABrowserLikeEveryoneElse() {
        notAuthenticated(
                conduit.stranger()
                        .http()
                        .get()
                        .uri("/api/admin/statistics")
                        .accept(MediaType.TEXT_HTML)
                        .exchange(),
                "Bearer");
    }

    @Test
    void letsNobodyInWhoIsNoLongerAnAdministrator() {
        Member member = conduit.registerAdmin();
        Client admin = conduit.authorizedFor(member, "admin:read");
        jdbc.sql("update account set role = 'user' where username = ?")
                .param(member.username())
                .update();
        notAuthenticated(admin.get("/api/admin/statistics"), INVALID_TOKEN);
    }

    @Test
    void opensNothingElseWithAnAccessToken() {
        String access = admin("admin:read").authorization();
        notAuthenticated(conduit.authorized(access.replace("Bearer", "Token")).get("/api/user"));
    }

    @Test
    void tellsEveryoneWhetherTheServiceIsWell() {
        conduit.stranger()
                .get("/api/admin/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    private Client admin(String scope) {
        return conduit.authorizedFor(conduit.registerAdmin(), scope);
    }

    private static void insufficient(ResponseSpec answer, String scope) {
        forbidden(answer, "the OAuth2 scope " + scope + " is required");
        answer.expectHeader()
                .valueEquals(
                        HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    private long connectionsTaken() {
        return metrics.get("hikaricp.connections.acquire").timer().count();
    }
}
