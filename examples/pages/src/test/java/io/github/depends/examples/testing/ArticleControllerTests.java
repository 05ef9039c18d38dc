package io.github.depends.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.test.MockDependency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(ArticleController.class) // or @SpringBootTest
class ArticleControllerTests {

    @MockDependency
    User user;

    @Autowired
    MockMvcTester mvc;

    @Test
    void greets() {
        given(user.name()).willReturn("alice");
        assertThat(mvc.get().uri("/me")).bodyText().isEqualTo("alice");
    }
}
