package io.github.depends.demo;

import static io.github.depends.demo.Refusals.forbidden;
import static io.github.depends.demo.Refusals.invalid;
import static io.github.depends.demo.Refusals.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConduitTest
class CommentApiTests {

    private static final String COMMENTS = "/api/articles/{slug}/comments";

    @Autowired
    Conduit conduit;

    @Test
    void comments() {
        String slug = conduit.register().publish("Commented");
        Member reader = conduit.register();
        reader.client()
                .post(COMMENTS, body("Thank you so much!"), slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.comment.id")
                .isNumber()
                .jsonPath("$.comment.body")
                .isEqualTo("Thank you so much!")
                .jsonPath("$.comment.createdAt")
                .value(time -> assertThat((String) time).matches(".*\\.\\d{3}Z"))
                .jsonPath("$.comment.author.username")
                .isEqualTo(reader.username());
    }

    @Test
    void listsTheCommentsOfAnArticle() {
        Member author = conduit.register();
        String slug = author.publish("Discussed");
        author.comment(slug, "First");
        author.comment(slug, "Second");
        author.comment(author.publish("Elsewhere"), "Not here");
        conduit.stranger()
                .get(COMMENTS, slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.comments.length()")
                .isEqualTo(2)
                .jsonPath("$.comments[0].body")
                .isEqualTo("First");
        author.client().get(COMMENTS, slug).expectStatus().isOk();
    }

    @Test
    void deletesOwnComments() {
        Member author = conduit.register();
        String slug = author.publish("Regretted");
        int id = author.comment(slug, "Oops");
        author.client().delete(COMMENTS + "/{id}", slug, id).expectStatus().isNoContent();
        conduit.stranger()
                .get(COMMENTS, slug)
                .expectBody()
                .jsonPath("$.comments")
                .isEmpty();
    }

    @Test
    void doesNotDeleteTheCommentsOfOthers() {
        Member author = conduit.register();
        String slug = author.publish("Criticised");
        int id = conduit.register().comment(slug, "Nonsense!");
        forbidden(author.client().delete(COMMENTS + "/{id}", slug, id), "only its author may delete a comment");
    }

    @Test
    void findsACommentOnlyUnderItsArticle() {
        Member author = conduit.register();
        int id = author.comment(author.publish("Here"), "Here");
        notFound(author.client().delete(COMMENTS + "/{id}", author.publish("There"), id), "comment not found");
    }

    @Test
    void doesNotKnowEveryArticle() {
        Member reader = conduit.register();
        notFound(conduit.stranger().get(COMMENTS, "none"), "article not found");
        notFound(reader.client().post(COMMENTS, body("Hm"), "none"), "article not found");
        notFound(reader.client().delete(COMMENTS + "/1", "none"), "article not found");
    }

    @Test
    void refusesAnEmptyComment() {
        Member author = conduit.register();
        String slug = author.publish("Silence");
        invalid(author.client().post(COMMENTS, body(" "), slug), "comment.body must not be blank");
        invalid(author.client().post(COMMENTS, Map.of(), slug), "comment must not be null");
    }

    @Test
    void refusesAnIdThatIsNone() {
        Member author = conduit.register();
        String slug = author.publish("Numbered");
        author.client().delete(COMMENTS + "/first", slug).expectStatus().isEqualTo(422);
    }

    private static Map<String, Object> body(String text) {
        return Map.of("comment", Map.of("body", text));
    }
}
