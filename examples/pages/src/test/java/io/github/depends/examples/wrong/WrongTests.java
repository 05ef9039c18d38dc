package io.github.depends.examples.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class WrongTests {

    /** What docs/wrong-requests.md sends. */
    static final String REQUEST = """
            POST /articles/x?limit=1000&q=
            Content-Type: application/json
            Cookie: sid=x

            {"title": ""}
            """;

    private static final String ANSWER = """
            {"status": 400, "detail": "6 request parameters are invalid", "title": "Bad Request",
             "route": "/articles/{id}",
             "errors": [{"in": "query", "name": "limit", "code": "Max", "message": "must be less than or equal to 100"},
                        {"in": "header", "name": "X-Tenant", "code": "missing", "message": "is required"},
                        {"in": "path", "name": "id", "code": "type", "message": "has the wrong type"},
                        {"in": "cookie", "name": "sid", "code": "type", "message": "has the wrong type"},
                        {"in": "query", "name": "q", "code": "Size", "message": "size must be between 1 and 5"},
                        {"in": "body", "name": "title", "code": "NotBlank", "message": "must not be blank"}]}
            """;

    @Autowired
    MockMvcTester mvc;

    @Test
    void tellsAllFaultsInOneAnswer() {
        assertThat(send(mvc, REQUEST)).bodyJson().isStrictlyEqualTo(ANSWER);
    }

    @Test
    void answersInAShapeOfTheApplications() {
        assertThat(mvc.get().uri("/orders?limit=1000"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .isEqualTo("{\"problems\":[\"limit must be less than or equal to 100\",\"X-Tenant is required\"]}");
    }

    /** Sends a request that is written as on the wire. */
    static MvcTestResult send(MockMvcTester mvc, String text) {
        String[] headAndBody = text.split("\n\n", 2);
        String[] head = headAndBody[0].split("\n");
        String[] first = head[0].split(" ");
        MockMvcRequestBuilder request =
                mvc.method(HttpMethod.valueOf(first[0])).uri(first[1]).content(headAndBody[1]);
        for (int line = 1; line < head.length; line++) {
            String[] header = head[line].split(": ", 2);
            if (header[0].equals("Cookie")) {
                String[] cookie = header[1].split("=", 2);
                request.cookie(new Cookie(cookie[0], cookie[1]));
            } else {
                request.header(header[0], header[1]);
            }
        }
        return request.exchange();
    }
}
