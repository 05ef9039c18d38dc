package io.github.depends.demo;

import static io.github.depends.demo.Conduit.article;
import static io.github.depends.demo.Refusals.forbidden;
import static io.github.depends.demo.Refusals.invalid;
import static io.github.depends.demo.Refusals.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

@ConduitTest
class ArticleApiTests {

    private static final String TIMESTAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @Autowired
    Conduit conduit;

    @Test
    void publishesAnArticle() {
        Member author = conduit.register();
        author.client()
                .post("/api/articles", article("How to train your dragon", "training", "dragons", "training"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.article.slug")
                .isEqualTo("how-to-train-your-dragon")
                .jsonPath("$.article.title")
                .isEqualTo("How to train your dragon")
                .jsonPath("$.article.description")
                .isEqualTo("About it")
                .jsonPath("$.article.body")
                .isEqualTo("All of it")
                .jsonPath("$.article.tagList")
                .isEqualTo(List.of("dragons", "training"))
                .jsonPath("$.article.createdAt")
                .value(time -> assertThat((String) time).matches(TIMESTAMP))
                .jsonPath("$.article.updatedAt")
                .value(time -> assertThat((String) time).matches(TIMESTAMP))
                .jsonPath("$.article.favorited")
                .isEqualTo(false)
                .jsonPath("$.article.favoritesCount")
                .isEqualTo(0)
                .jsonPath("$.article.author.username")
                .isEqualTo(author.username())
                .jsonPath("$.article.author.following")
                .isEqualTo(false);
    }

    @Test
    void findsASlugOfItsOwnForEachArticle() {
        Member author = conduit.register();
        String first = author.publish("Twins");
        String second = author.publish("Twins!");
        assertThat(first).isEqualTo("twins");
        assertThat(second).startsWith("twins-");
        assertThat(author.publish("Feed")).startsWith("feed-");
    }

    @Test
    void needsNoTags() {
        Member author = conduit.register();
        Map<String, Object> article = Map.of("title", "Untagged", "description", "d", "body", "b");
        author.client()
                .post("/api/articles", Map.of("article", article))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.article.tagList")
                .isEqualTo(List.of());
    }

    @Test
    void tellsEverythingThatIsWrongWithAnArticle() {
        Member author = conduit.register();
        Map<String, Object> article = Map.of("title", "", "tagList", List.of("fine", ""));
        invalid(
                author.client().post("/api/articles", Map.of("article", article)),
                "article.title must not be blank",
                "article.description must not be blank",
                "article.body must not be blank",
                "article.tagList[1] must not be blank");
    }

    @Test
    void showsAnArticleToAStranger() {
        String slug = conduit.register().publish("Public");
        conduit.stranger()
                .get("/api/articles/{slug}", slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.slug")
                .isEqualTo(slug)
                .jsonPath("$.article.body")
                .isEqualTo("All of it");
    }

    @Test
    void showsAViewerWhetherTheAuthorIsFollowed() {
        Member author = conduit.register();
        Member fan = conduit.register();
        String slug = author.publish("Followed");
        fan.client()
                .post("/api/profiles/" + author.username() + "/follow")
                .expectStatus()
                .isOk();
        fan.client()
                .get("/api/articles/{slug}", slug)
                .expectBody()
                .jsonPath("$.article.author.following")
                .isEqualTo(true);
    }

    @Test
    void doesNotKnowEveryArticle() {
        Member member = conduit.register();
        notFound(conduit.stranger().get("/api/articles/none"), "article not found");
        notFound(member.client().get("/api/articles/none"), "article not found");
        notFound(member.client().put("/api/articles/none", "{}"), "article not found");
        notFound(member.client().delete("/api/articles/none"), "article not found");
    }

    @Test
    void changesAnArticle() {
        Member author = conduit.register();
        String slug = author.publish("Before", "kept");
        author.client()
                .put("/api/articles/{slug}", Map.of("article", Map.of("title", "After it all", "body", "New")), slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.slug")
                .isEqualTo("after-it-all")
                .jsonPath("$.article.body")
                .isEqualTo("New")
                .jsonPath("$.article.description")
                .isEqualTo("About it")
                .jsonPath("$.article.tagList")
                .isEqualTo(List.of("kept"));
        notFound(conduit.stranger().get("/api/articles/{slug}", slug), "article not found");
    }

    @Test
    void keepsTheSlugWhereTheTitleStays() {
        Member author = conduit.register();
        String slug = author.publish("Steady");
        author.client()
                .put("/api/articles/{slug}", Map.of("article", Map.of("title", "Steady", "description", "New")), slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.slug")
                .isEqualTo(slug);
    }

    @Test
    void refusesAnInvalidChange() {
        Member author = conduit.register();
        String slug = author.publish("Valid");
        invalid(
                author.client().put("/api/articles/{slug}", Map.of("article", Map.of("title", " ")), slug),
                "article.title must not be blank");
        invalid(author.client().put("/api/articles/{slug}", Map.of(), slug), "article must not be null");
    }

    @Test
    void letsOnlyTheAuthorChangeOrDeleteAnArticle() {
        String slug = conduit.register().publish("Mine");
        Member other = conduit.register();
        forbidden(
                other.client().put("/api/articles/{slug}", Map.of("article", Map.of("title", "His")), slug),
                "only its author may change an article");
        forbidden(other.client().delete("/api/articles/{slug}", slug), "only its author may change an article");
        conduit.stranger().get("/api/articles/{slug}", slug).expectStatus().isOk();
    }

    @Test
    void tellsTheWrongOwnerNothingAboutTheBody() {
        String slug = conduit.register().publish("Locked");
        forbidden(
                conduit.register().client().put("/api/articles/{slug}", "{ no json", slug),
                "only its author may change an article");
    }

    @Test
    void deletesAnArticleWithAllThatHangsOnIt() {
        Member author = conduit.register();
        String slug = author.publish("Gone", "gone");
        author.comment(slug, "Soon gone");
        author.client()
                .post("/api/articles/" + slug + "/favorite")
                .expectStatus()
                .isOk();
        author.client()
                .delete("/api/articles/{slug}", slug)
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        notFound(conduit.stranger().get("/api/articles/{slug}", slug), "article not found");
    }

    @Test
    void listsTheLatestFirstWithoutTheirText() {
        Member author = conduit.register();
        author.publish("Older");
        String latest = author.publish("Newer");
        listed("/api/articles?author={name}", author.username())
                .jsonPath("$.articlesCount")
                .isEqualTo(2)
                .jsonPath("$.articles[0].slug")
                .isEqualTo(latest)
                .jsonPath("$.articles[0].body")
                .doesNotExist()
                .jsonPath("$.articles[0].author.username")
                .isEqualTo(author.username());
    }

    @Test
    void listsAPage() {
        Member author = conduit.register();
        author.publish("Page three");
        String second = author.publish("Page two");
        author.publish("Page one");
        listed("/api/articles?limit=1&offset=1&author={name}", author.username())
                .jsonPath("$.articlesCount")
                .isEqualTo(3)
                .jsonPath("$.articles.length()")
                .isEqualTo(1)
                .jsonPath("$.articles[0].slug")
                .isEqualTo(second);
    }

    @Test
    void listsByTag() {
        Member author = conduit.register();
        author.publish("Without");
        String tagged = author.publish("With", "other", "rare-" + author.username());
        listed("/api/articles?tag={tag}", "rare-" + author.username())
                .jsonPath("$.articlesCount")
                .isEqualTo(1)
                .jsonPath("$.articles[0].slug")
                .isEqualTo(tagged)
                .jsonPath("$.articles[0].tagList.length()")
                .isEqualTo(2);
    }

    @Test
    void listsWhatAUserLikes() {
        Member author = conduit.register();
        Member fan = conduit.register();
        author.publish("Ignored");
        String liked = author.publish("Liked");
        fan.client().post("/api/articles/" + liked + "/favorite").expectStatus().isOk();
        listed("/api/articles?favorited={name}", fan.username())
                .jsonPath("$.articlesCount")
                .isEqualTo(1)
                .jsonPath("$.articles[0].slug")
                .isEqualTo(liked)
                .jsonPath("$.articles[0].favorited")
                .isEqualTo(false)
                .jsonPath("$.articles[0].favoritesCount")
                .isEqualTo(1);
        fan.client()
                .get("/api/articles?favorited={name}", fan.username())
                .expectBody()
                .jsonPath("$.articles[0].favorited")
                .isEqualTo(true);
    }

    @Test
    void listsNothingWhereNothingMatches() {
        listed("/api/articles?author=nobody")
                .jsonPath("$.articlesCount")
                .isEqualTo(0)
                .jsonPath("$.articles")
                .isEmpty();
    }

    @Test
    void feedsWhatFollowedAuthorsWrite() {
        Member author = conduit.register();
        Member fan = conduit.register();
        fan.client()
                .get("/api/articles/feed")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.articlesCount")
                .isEqualTo(0);
        fan.client()
                .post("/api/profiles/" + author.username() + "/follow")
                .expectStatus()
                .isOk();
        conduit.register().publish("Not followed");
        String first = author.publish("First of feed");
        author.publish("Second of feed");
        fan.client()
                .get("/api/articles/feed?offset=1&limit=5")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.articlesCount")
                .isEqualTo(2)
                .jsonPath("$.articles.length()")
                .isEqualTo(1)
                .jsonPath("$.articles[0].slug")
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/articles", "/api/articles/feed"})
    void refusesAPageThatIsNone(String path) {
        Member member = conduit.register();
        invalid(
                member.client().get(path + "?limit=0&offset=-1"),
                "limit must be greater than or equal to 1",
                "offset must be greater than or equal to 0");
        invalid(member.client().get(path + "?limit=101"), "limit must be less than or equal to 100");
        member.client().get(path + "?limit=many").expectStatus().isEqualTo(422);
    }

    private BodyContentSpec listed(String uri, Object... variables) {
        return conduit.stranger().get(uri, variables).expectStatus().isOk().expectBody();
    }
}
