package io.github.depends.demo;

import static io.github.depends.demo.Conduit.PASSWORD;
import static io.github.depends.demo.Conduit.user;
import static io.github.depends.demo.Refusals.invalid;
import static io.github.depends.demo.Refusals.notAuthenticated;
import static io.github.depends.demo.Refusals.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.Conduit.Member;
import io.github.depends.demo.articles.Article;
import io.github.depends.test.DependencyOverrides;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What nobody sends who means well: it is the client's fault, and tells nothing to anybody. */
@ConduitTest
@ExtendWith(OutputCaptureExtension.class)
class HostileApiTests {

    @Autowired
    Conduit conduit;

    @Autowired
    RecordingMailer mailer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DependencyOverrides overrides;

    @ParameterizedTest
    @ValueSource(strings = {"author=%ff", "tag=%ED%A0%80"})
    void refusesAQueryThatNobodyCanDecode(String query) {
        ResponseSpec answer = conduit.stranger()
                .http()
                .get()
                .uri(base -> URI.create(base.path("/api/articles").build() + "?" + query))
                .exchange();
        invalid(answer, "a parameter cannot be decoded");
    }

    @Test
    void keepsAPasswordThatNobodyCanDecodeOutOfTheLog(CapturedOutput output) {
        conduit.stranger()
                .http()
                .post()
                .uri("/api/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=password&username=a&password=undecodable-5ecret%")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_request");
        assertThat(output.getAll()).doesNotContain("undecodable-5ecret");
    }

    @Test
    void refusesPartsWhereJsonIsExpectedWithoutReadingThem() {
        ResponseSpec answer = conduit.stranger()
                .http()
                .post()
                .uri("/api/users")
                .header("Content-Type", "multipart/form-data")
                .body("no parts")
                .exchange();
        answer.expectStatus()
                .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .expectBody()
                .jsonPath("$.errors.body")
                .isNotEmpty();
    }

    @Test
    void doesNotRepeatAPathThatIsNotThere() {
        notFound(conduit.stranger().get("/api/planted-5ecret"), "not found");
    }

    @Test
    void doesNotLogInWithMoreThanThePassword() {
        String password = "x".repeat(72);
        conduit.stranger()
                .post("/api/users", user("seventy-two", "seventy-two@example.org", password))
                .expectStatus()
                .isCreated();
        Map<String, Object> more = Map.of("email", "seventy-two@example.org", "password", password + "y");
        notAuthenticated(conduit.stranger().post("/api/users/login", Map.of("user", more)));
    }

    @Test
    void publishesUnderATitleThatGrowsWhenSpelledOut() {
        String slug = conduit.register().publish("\uFDFA".repeat(255));
        conduit.stranger().get("/api/articles/{slug}", slug).expectStatus().isOk();
    }

    @Test
    void namesNoMoreTagsThanItTakesToSeeThatThereAreTooMany() {
        Map<String, Object> article =
                Map.of("title", "Tagged", "description", "d", "body", "b", "tagList", Collections.nCopies(2_000, ""));
        conduit.register()
                .client()
                .post("/api/articles", Map.of("article", article))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.body")
                .value(body -> assertThat((List<?>) body).hasSizeLessThan(30));
    }

    @Test
    void forgesNoLineOfTheLogWithATitle(CapturedOutput output) throws InterruptedException {
        Member author = conduit.register();
        String slug = author.publish("Dragons\r\nforged-line");
        conduit.register().comment(slug, "It works!");
        mailer.awaitTo(author.email(), "A comment on Dragons forged-line");
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("forged-line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void refusesOrKeepsWhatIsNoText(String escape) {
        Member member = conduit.register();
        String slug = member.publish("No text");
        String text = "x" + escape;
        neverOurFault(conduit.stranger().post("/api/users", registration(text, "a@example.org", PASSWORD)));
        neverOurFault(conduit.stranger()
                .post("/api/users", registration("no-text", "a" + escape + "@example.org", PASSWORD)));
        neverOurFault(conduit.stranger().post("/api/users/login", registration("x", text, text)));
        neverOurFault(member.client().put("/api/user", "{\"user\":{\"bio\":\"" + text + "\"}}"));
        neverOurFault(member.client()
                .post(
                        "/api/articles",
                        "{\"article\":{\"title\":\"" + text + "\",\"description\":\"" + text + "\",\"body\":\"" + text
                                + "\",\"tagList\":[\"" + text + "\"]}}"));
        neverOurFault(member.client()
                .post("/api/articles/{slug}/comments", "{\"comment\":{\"body\":\"" + text + "\"}}", slug));
        neverOurFault(conduit.stranger().get("/api/articles?tag={tag}", "\0"));
        member.client().get("/api/user").expectStatus().isOk();
    }

    @Test
    void doesNotFindAnArticleThatIsDeletedMeanwhile() {
        Member author = conduit.register();
        long id = jdbc.sql("select id from account where username = ?")
                .param(author.username())
                .query(Long.class)
                .single();
        overrides.replace(Article.class).with(new Article(-1, "vanished", "Vanished", id));
        notFound(author.client().get("/api/articles/vanished"), "article not found");
        notFound(author.client().delete("/api/articles/vanished/favorite"), "article not found");
        notFound(
                author.client().put("/api/articles/vanished", Map.of("article", Map.of("body", "New"))),
                "article not found");
        author.client().post("/api/articles/vanished/favorite").expectStatus().isEqualTo(422);
        author.client()
                .post("/api/articles/vanished/comments", Map.of("comment", Map.of("body", "To nothing")))
                .expectStatus()
                .isEqualTo(422);
    }

    private static String registration(String username, String email, String password) {
        return "{\"user\":{\"username\":\"" + username + "\",\"email\":\"" + email + "\",\"password\":\"" + password
                + "\"}}";
    }

    private static void neverOurFault(ResponseSpec answer) {
        answer.expectStatus().value(status -> assertThat(status).isLessThan(500));
    }
}
