package io.github.depends.demo;

import static io.github.depends.demo.Refusals.forbidden;
import static io.github.depends.demo.Refusals.invalid;

import io.github.depends.demo.Conduit.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ConduitTest
class SyndicationApiTests {

    @Autowired
    Conduit conduit;

    @Test
    void servesATenantTheArticlesWithItsTag() {
        Member author = conduit.register();
        String slug = author.publish("For acme", "training");
        author.publish("Not for acme", "cooking");
        ask("acme", "?limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.articles[*].slug")
                .isEqualTo(List.of(slug))
                .jsonPath("$.articles[0].favorited")
                .isEqualTo(false);
    }

    @Test
    void servesNobodyElse() {
        forbidden(ask("stranger", ""), "the tenant is not known");
        forbidden(ask("stranger", "?limit=0"), "the tenant is not known");
        invalid(conduit.stranger().get("/api/syndication/articles?limit=0"), "X-Tenant is required");
    }

    @Test
    void tellsATenantWhatIsWrong() {
        invalid(ask("acme", "?limit=0"), "limit must be greater than or equal to 1");
    }

    private ResponseSpec ask(String tenant, String query) {
        return conduit.stranger()
                .http()
                .get()
                .uri("/api/syndication/articles" + query)
                .header("X-Tenant", tenant)
                .exchange();
    }
}
