package io.github.depends.examples.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class GuardsTests {

    private static final String WRONG = "/orders?limit=1000&kind= ";
    private static final String RIGHT = "/orders";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Events events;

    @BeforeEach
    void forget() {
        events.take();
    }

    @Test
    void aStrangerOpensNothing() {
        assertThat(mvc.post().uri(WRONG).content("{")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(events.take()).isEmpty();
    }

    @Test
    void whoIsRefusedOpensNothing() {
        assertThat(post(WRONG, "mallory", "{")).hasStatus(FORBIDDEN);
        assertThat(events.take()).containsExactly("user mallory");
    }

    @Test
    void aWrongRequestOpensNothing() {
        assertThat(post(WRONG, "alice", "{"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .hasSize(4);
        assertThat(events.take()).containsExactly("user alice");
    }

    @Test
    void aRightRequestGoesThroughAllPhases() {
        assertThat(mvc.post()
                        .uri(RIGHT)
                        .header("Authorization", "Bearer alice")
                        .header("X-Tenant", "acme")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"product\": \"pen\"}"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("pen for alice");
        assertThat(events.take()).containsExactly("user alice", "open", "tenant", "the endpoint", "commit", "close");
    }

    @Test
    void guardsTheApplicationAPathAndNotTheLogin() {
        assertThat(mvc.post()
                        .uri("/login")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"ann\"}"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"token\":\"ann\"}");
        assertThat(mvc.post().uri("/admin/restart")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(post("/admin/restart", "alice", "")).hasStatus(FORBIDDEN);
    }

    @Test
    void tellsAnExceptionHandlerWhoIsKnown() {
        assertThat(post("/admin/restart", "root", ""))
                .hasStatus(CONFLICT)
                .bodyJson()
                .extractingPath("$.user")
                .isEqualTo("root");
    }

    private MvcTestResult post(String path, String token, String body) {
        return mvc.post()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
