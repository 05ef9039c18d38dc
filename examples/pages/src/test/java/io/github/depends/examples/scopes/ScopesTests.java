package io.github.depends.examples.scopes;

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
class ScopesTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void requiresTheScope() {
        assertThat(get("reader")).hasStatusOk().bodyText().isEqualTo("[{\"name\":\"pen\"}]");
        assertThat(get("writer")).hasStatus(FORBIDDEN);
        assertThat(get("eve")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private MvcTestResult get(String token) {
        return mvc.get()
                .uri("/items")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
