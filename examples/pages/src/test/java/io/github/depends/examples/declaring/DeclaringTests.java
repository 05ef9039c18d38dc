package io.github.depends.examples.declaring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
class DeclaringTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SessionClient sessions;

    @Test
    void findsTheUserOfATokenAndChecksTheRole() {
        assertThat(get("ann", "/drafts?limit=7")).hasStatusOk().bodyText().isEqualTo("ann sees 7");
        assertThat(get("bob", "/drafts")).hasStatus(FORBIDDEN);
        assertThat(get("eve", "/drafts")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(get("ann", "/drafts?limit=0")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void waitsForWhatComesLaterAndClosesIt() {
        assertThat(mvc.get().uri("/quotes?currency=EUR"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"price\":1.5,\"closed\":false}");
        assertThat(sessions.latest()).isNotNull().extracting(Session::isClosed).isEqualTo(true);
    }

    private MvcTestResult get(String token, String path) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }
}
