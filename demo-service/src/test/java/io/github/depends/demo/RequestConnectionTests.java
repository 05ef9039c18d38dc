package io.github.depends.demo;

import static io.github.depends.demo.Conduit.article;
import static io.github.depends.demo.Refusals.invalid;
import static io.github.depends.demo.Refusals.notAuthenticated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    void likesAndFollowsFromSixteenClientsAtOnceAddUp() throws Exception {
        Member author = conduit.register();
        String slug = author.publish("Popular");
        String favorite = "/api/articles/" + slug + "/favorite";
        String follow = "/api/profiles/" + author.username() + "/follow";
        List<Member> fans =
                IntStream.range(0, 16).mapToObj(i -> conduit.register()).toList();
        Crowd.atOnce(fans, fan -> {
            for (String path : List.of(favorite, follow, favorite, follow)) {
                fan.client().post(path).expectStatus().isOk();
            }
        });
        assertCounts(author, slug, fans, 16);
        Crowd.atOnce(fans.subList(0, 10), fan -> {
            for (String path : List.of(favorite, follow)) {
                fan.client().delete(path).expectStatus().isOk();
            }
        });
        assertCounts(author, slug, fans.subList(10, 16), 6);
    }

    private void assertCounts(Member author, String slug, List<Member> followers, int likes) {
        conduit.stranger()
                .get("/api/articles/{slug}", slug)
                .expectBody()
                .jsonPath("$.article.favoritesCount")
                .isEqualTo(likes);
        assertThat(jdbc.sql("""
                                select r.username from follow f join account r on r.id = f.follower_id
                                join account u on u.id = f.followed_id where u.username = ?
                                """).param(author.username()).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(
                        followers.stream().map(Member::username).toList());
    }

    @Test
    void articlesOfOneTitleThatArePublishedAtOnceGetASlugEachOrAreRefused() throws Exception {
        List<Member> authors =
                IntStream.range(0, 8).mapToObj(i -> conduit.register()).toList();
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        Crowd.atOnce(
                authors,
                author -> answers.add(author.client()
                        .post("/api/articles", article("The same title"))
                        .returnResult()
                        .getStatus()
                        .value()));
        assertThat(answers).isSubsetOf(201, 422).contains(201);
        assertThat(jdbc.sql("select count(distinct slug) from article where title = 'The same title'")
                        .query(Long.class)
                        .single())
                .isEqualTo(answers.stream().filter(status -> status == 201).count());
    }

    private long taken() {
        return metrics.get("hikaricp.connections.acquire").timer().count();
    }
}
