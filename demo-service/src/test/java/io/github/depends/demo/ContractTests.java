package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.depends.demo.Contract.Answer;
import io.github.depends.demo.Contract.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The refusals that the OpenAPI document promises; that every answer is as promised is checked with each test. */
@ConduitTest
class ContractTests {

    private static final String OK = "{\"tags\":[]}";

    @Autowired
    Conduit conduit;

    @Test
    void refusesAsDocumented() {
        Provocations provocations = new Provocations(conduit);
        List<Refusal> documented = contract().refusals();
        assertThat(documented).hasSizeGreaterThan(50).allSatisfy(refusal -> {
            assertThat(provocations.known()).as("how to provoke").contains(refusal);
            provocations.provoke(refusal).expectStatus().isEqualTo(refusal.status());
        });
        assertThat(documented).as("documented").containsAll(provocations.known());
    }

    @Test
    void noticesABrokenContract() {
        Contract contract = contract();
        contract.check("GET /api/tags", new Answer(200, "application/json", OK));
        broken(contract, "GET /api/tags", new Answer(404, "application/json", OK));
        broken(contract, "GET /api/tags", new Answer(200, "text/html", OK));
        broken(contract, "GET /api/tags", new Answer(200, "application/json", "{\"tags\":\"none\"}"));
        broken(contract, "GET /api/tags", new Answer(200, "application/json", "{\"tags\":[],\"more\":1}"));
        broken(contract, "GET /api/user", new Answer(401, "application/json", "{\"errors\":{}}"));
        broken(contract, "DELETE /api/articles/{slug}", new Answer(204, "", "deleted"));
    }

    @Test
    void findsTheOperationOfAPath() {
        Contract contract = contract();
        assertThat(contract.operation("GET", "/api/articles/feed")).contains("GET /api/articles/feed");
        assertThat(contract.operation("GET", "/api/articles/dragons")).contains("GET /api/articles/{slug}");
        assertThat(contract.operation("DELETE", "/api/tags")).isEmpty();
    }

    private Contract contract() {
        return Contract.of(conduit.stranger()
                .get("/v3/api-docs")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static void broken(Contract contract, String operation, Answer answer) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> contract.check(operation, answer));
    }
}
