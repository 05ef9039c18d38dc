package io.github.depends.demo;

import static io.github.depends.demo.Refusals.notFound;

import io.github.depends.demo.Conduit.Member;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ConduitTest
class FavoriteApiTests {

    @Autowired
    Conduit conduit;

    @Test
    void likesAnArticleOnceAndNoMore() {
        String favorite = "/api/articles/" + conduit.register().publish("Likeable") + "/favorite";
        Member fan = conduit.register();
        favorite(fan.client().post(favorite), true, 1);
        favorite(fan.client().post(favorite), true, 1);
        favorite(conduit.register().client().post(favorite), true, 2);
        favorite(fan.client().delete(favorite), false, 1);
        favorite(fan.client().delete(favorite), false, 1);
    }

    @Test
    void cannotLikeWhatIsNotThere() {
        Member fan = conduit.register();
        notFound(fan.client().post("/api/articles/none/favorite"), "article not found");
        notFound(fan.client().delete("/api/articles/none/favorite"), "article not found");
    }

    private static void favorite(ResponseSpec answer, boolean favorited, int count) {
        answer.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.article.favorited")
                .isEqualTo(favorited)
                .jsonPath("$.article.favoritesCount")
                .isEqualTo(count);
    }
}
