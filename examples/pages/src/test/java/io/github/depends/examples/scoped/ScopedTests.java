package io.github.depends.examples.scoped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class ScopedTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Events events;

    @Test
    void commitsWhatHasFailedAndBeforeTheWork() {
        assertThat(mvc.post().uri("/fail")).hasStatus(HttpStatus.CONFLICT);
        assertThat(events.all()).containsExactly("write half of it", "commit");
        assertThat(mvc.post().uri("/later")).hasStatusOk().bodyText().isEqualTo("done");
        assertThat(events.all().stream().skip(2)).contains("write a part", "commit", "the work");
    }
}
