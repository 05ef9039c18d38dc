package io.github.depends.examples.standalone;

import static io.github.depends.test.DependencyMockMvcConfigurers.dependencies;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.security.HttpBearer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class ArticleControllerTests {

    final MockMvcTester mvc = MockMvcTester.of(
            List.of(new ArticleController()),
            builder -> builder.apply(dependencies(Access.class, HttpBearer.of(), new ArticlesInMemory()))
                    .build());

    @Test
    void asksForCredentials() {
        assertThat(mvc.get().uri("/articles")).hasStatus(401);
    }

    @Test
    void refusesALimitThatIsTooHigh() {
        assertThat(mvc.get().uri("/articles?limit=101").header("Authorization", "Bearer alice"))
                .hasStatus(400);
    }
}
