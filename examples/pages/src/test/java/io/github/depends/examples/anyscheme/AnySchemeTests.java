package io.github.depends.examples.anyscheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class AnySchemeTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void takesEither() {
        assertThat(mvc.get().uri("/me").header("Authorization", "Bearer ann"))
                .bodyText()
                .isEqualTo("the user ann");
        assertThat(mvc.get().uri("/me").header("X-Key", "k3y")).bodyText().isEqualTo("the program k3y");
        assertThat(mvc.get().uri("/me")).hasStatus(HttpStatus.UNAUTHORIZED);
    }
}
