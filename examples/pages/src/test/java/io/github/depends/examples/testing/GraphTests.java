package io.github.depends.examples.testing;

import static io.github.depends.test.GraphAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.depends.graph.DependencyGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class GraphTests {

    private static final String LOST_GUARD = """
              GET /me -> ArticleController.me(User)
            -   guard Access.admin
            """;

    @Autowired
    DependencyGraph graph;

    @Test
    void isTheGraphOfTheLastReview() {
        assertThat(graph).matchesSnapshot(Path.of("src/test/resources/dependency-graph.txt"));
    }

    @Test
    void everyEndpointKnowsItsUser() {
        assertThat(graph).endpoint("DELETE /articles/{slug}").isGuardedBy(User.class);
        assertThat(graph).everyEndpoint().exceptFor("POST /login").isGuardedBy(User.class);
    }

    @Test
    void showsALostGuard(@TempDir Path folder) throws IOException {
        Path reviewed = folder.resolve("dependency-graph.txt");
        String endpoint = LOST_GUARD.lines().findFirst().orElseThrow().strip();
        String text = Files.readString(Path.of("src/test/resources/dependency-graph.txt"));
        Files.writeString(reviewed, text.replace(endpoint + "\n", endpoint + "\n  guard Access.admin\n"));
        assertThatThrownBy(() -> assertThat(graph).matchesSnapshot(reviewed))
                .hasMessageContaining(LOST_GUARD.stripTrailing());
    }
}
