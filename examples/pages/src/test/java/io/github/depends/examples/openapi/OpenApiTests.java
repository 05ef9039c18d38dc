package io.github.depends.examples.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class OpenApiTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void showsTheTwoFormsAlike() {
        assertThat(document().at("/paths/~1paged~1articles/get/parameters"))
                .hasSize(2)
                .isEqualTo(document().at("/paths/~1articles/get/parameters"));
        assertThat(mvc.get().uri("/articles?offset=2")).bodyText().isEqualTo("[{\"title\":\"cats\"}]");
        assertThat(mvc.get().uri("/paged/articles?offset=2")).bodyText().isEqualTo("[{\"title\":\"cats\"}]");
    }

    @Test
    void showsHowDependenciesAnswer() {
        assertThat(document()
                        .at("/paths/~1search/get/responses/402/description")
                        .asString())
                .isEqualTo("The plan is exhausted");
        assertThat(document().at("/paths/~1search/get/responses/401/$ref").asString())
                .isEqualTo("#/components/responses/401");
        assertThat(search("rich", "ann")).hasStatusOk().bodyText().isEqualTo("found for ann");
        assertThat(search("rich", "eve")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(search("poor", "ann")).hasStatus(HttpStatus.PAYMENT_REQUIRED);
    }

    @Test
    void showsAnOptionalSchemeAsAnAlternative() {
        String shown = """
                {"security": [{"partnerKey": [], "sessionCookie": []}, {"partnerKey": []}]}
                """;
        JsonNode operation = document().at("/paths/~1partners/get");
        assertThat(operation.at("/security"))
                .isEqualTo(JsonMapper.shared().readTree(shown).at("/security"));
    }

    private MvcTestResult search(String account, String token) {
        return mvc.get()
                .uri("/search")
                .header("X-Account", account)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private JsonNode document() {
        try {
            MvcTestResult answer = mvc.get().uri("/v3/api-docs").exchange();
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
