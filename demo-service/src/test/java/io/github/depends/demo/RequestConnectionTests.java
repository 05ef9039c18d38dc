package io.github.depends.demo;

import static io.github.depends.demo.Conduit.article;
import static io.github.depends.demo.Refusals.invalid;
import static io.github.depends.demo.Refusals.notAuthenticated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what requests take from the pool. */
@ConduitTest
class RequestConnectionTests {

    @Autowired
    Conduit conduit;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesOneConnectionHoweverManyDependenciesNeedIt() {
        Member author = conduit.register();
        String slug = author.publish("Counted");
        long before = taken();
        author.client()
                .put("/api/articles/{slug}", Map.of("article", Map.of("body", "New")), slug)
                .expectStatus()
                .isOk();
        assertThat(taken() - before).isEqualTo(1);
    }

    @Test
    void takesNoneForABadToken() {
        long before = taken();
        notAuthenticated(conduit.authorized("Token nonsense").post("/api/articles", article("Refused")));
        notAuthenticated(conduit.stranger().post("/api/articles", "{"));
        assertThat(taken() - before).isZero();
    }

    @Test
    void takesNoneForAnInvalidRequest() {
        Member member = conduit.register();
        long before = taken();
        invalid(member.client().get("/api/articles/feed?limit=0"), "limit must be greater than or equal to 1");
        invalid(member.client().post("/api/articles", Map.of()), "article must not be null");
        assertThat(taken() - before).isZero();
    }

    @Test
    void keepsNothingOfARequestThatFailsHalfway() {
        Member author = conduit.register();
        jdbc.sql("alter table article_tag add constraint kept check (tag <> 'unkept')")
                .update();
        try {
            invalid(author.client().post("/api/articles", article("Half", "kept", "unkept")), "cannot be kept");
        } finally {
            jdbc.sql("alter table article_tag drop constraint kept").update();
        }
        conduit.stranger().get("/api/articles/half").expectStatus().isNotFound();
    }

    @Test
    void likesAndFollowsFromSixteenClientsAtOnceAddUp() {
        Member author = conduit.register();
        String slug = author.publish("Popular");
        List<Member> fans =
                IntStream.range(0, 16).mapToObj(i -> conduit.register()).toList();
        fans.parallelStream().forEach(fan -> {
            fan.client()
                    .post("/api/articles/" + slug + "/favorite")
                    .expectStatus()
                    .isOk();
            fan.client()
                    .post("/api/profiles/" + author.username() + "/follow")
                    .expectStatus()
                    .isOk();
            fan.client()
                    .post("/api/articles/" + slug + "/favorite")
                    .expectStatus()
                    .isOk();
        });
        conduit.stranger()
                .get("/api/articles/{slug}", slug)
                .expectBody()
                .jsonPath("$.article.favoritesCount")
                .isEqualTo(16);
        fans.forEach(fan -> fan.client()
                .get("/api/profiles/{name}", author.username())
                .expectBody()
                .jsonPath("$.profile.following")
                .isEqualTo(true));
    }

    private long taken() {
        return metrics.get("hikaricp.connections.acquire").timer().count();
    }
}
