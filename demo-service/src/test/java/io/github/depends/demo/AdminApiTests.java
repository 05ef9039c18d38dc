package io.github.depends.demo;

import static io.github.depends.demo.Refusals.forbidden;
import static io.github.depends.demo.Refusals.notFound;

import io.github.depends.demo.Conduit.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConduitTest
class AdminApiTests {

    @Autowired
    Conduit conduit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsAnAdministratorWhatThereIs() {
        admin().client()
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
        admin().client()
                .delete("/api/admin/articles/{slug}", slug)
                .expectStatus()
                .isNoContent();
        notFound(conduit.stranger().get("/api/articles/{slug}", slug), "article not found");
        notFound(admin().client().delete("/api/admin/articles/{slug}", slug), "article not found");
    }

    @Test
    void letsNobodyElseIn() {
        Member member = conduit.register();
        String slug = member.publish("Not spam");
        forbidden(member.client().get("/api/admin/statistics"), "the role admin is required");
        forbidden(member.client().delete("/api/admin/articles/{slug}", slug), "the role admin is required");
        conduit.stranger().get("/api/articles/{slug}", slug).expectStatus().isOk();
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

    private Member admin() {
        Member member = conduit.register();
        jdbc.sql("update account set role = 'admin' where username = ?")
                .param(member.username())
                .update();
        return member;
    }
}
