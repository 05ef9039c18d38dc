package io.github.depends.examples.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "depends.validation.max-errors=2")
@AutoConfigureMockMvc
class FewErrorsTests {

    private static final String ANSWER = """
            {"status": 400, "detail": "6 request parameters are invalid, of which the first 2 are listed",
             "title": "Bad Request", "route": "/articles/{id}",
             "errors": [{"in": "query", "name": "limit", "code": "Max", "message": "must be less than or equal to 100"},
                        {"in": "header", "name": "X-Tenant", "code": "missing", "message": "is required"}],
             "moreErrors": 4}
            """;

    @Autowired
    MockMvcTester mvc;

    @Test
    void tellsHowManyMoreThereAre() {
        assertThat(WrongTests.send(mvc, WrongTests.REQUEST)).bodyJson().isStrictlyEqualTo(ANSWER);
    }
}
