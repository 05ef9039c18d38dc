package io.github.depends.demo.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.depends.demo.client.ApiClient;
import io.github.depends.demo.client.ApiException;
import io.github.depends.demo.client.ArticleControllerApi;
import io.github.depends.demo.client.TokenControllerApi;
import io.github.depends.demo.client.UserControllerApi;
import io.github.depends.demo.client.model.ArticleView;
import io.github.depends.demo.client.model.LoginUser;
import io.github.depends.demo.client.model.LoginUserRequest;
import io.github.depends.demo.client.model.NewArticle;
import io.github.depends.demo.client.model.NewArticleRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be done with a client that was generated from the service's document. */
class GeneratedClientTests {

    private final String name = "generated" + System.nanoTime();
    private final ApiClient stranger = Service.client("");

    @Test
    void registersLogsInPublishesAndLists() throws ApiException {
        Service.register(name);
        String token = new UserControllerApi(stranger)
                .login(new LoginUserRequest()
                        .user(new LoginUser().email(name + "@example.org").password(Service.PASSWORD)))
                .getUser()
                .getToken();
        ArticleView article = new ArticleControllerApi(Service.client("Token " + token))
                .createArticle(new NewArticleRequest()
                        .article(new NewArticle()
                                .title("By " + name)
                                .description("Written by a generated client")
                                .body("All of it")
                                .tagList(List.of("generated"))))
                .getArticle();
        assertThat(article.getAuthor().getUsername()).isEqualTo(name);
        assertThat(new ArticleControllerApi(stranger)
                        .listArticles("generated", name, null, 1, 0)
                        .getArticles())
                .extracting(ArticleView::getSlug, ArticleView::getTagList)
                .containsExactly(tuple(article.getSlug(), List.of("generated")));
    }

    @Test
    void isToldWhyItIsRefused() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new UserControllerApi(stranger).current())
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(401))
                .satisfies(refused -> assertThat(refused.getResponseHeaders().firstValue("WWW-Authenticate"))
                        .contains("Token"));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new ArticleControllerApi(stranger).listArticles(null, null, null, 1000, 0))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(422));
    }

    @Test
    void sendsAForm() throws ApiException {
        assertThat(new TokenControllerApi(stranger)
                        .token("password", "admin@localhost", Service.ADMIN_PASSWORD, "admin:read", null, null)
                        .getScope())
                .isEqualTo("admin:read");
    }
}
