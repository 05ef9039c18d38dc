package io.github.depends.demo;

import static io.github.depends.test.GraphAssertions.assertThat;

import io.github.depends.demo.auth.SignedIn;
import io.github.depends.graph.DependencyGraph;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConduitTest
class WhoMayEnterTests {

    @Autowired
    DependencyGraph graph;

    @Test
    void isTheGraphOfTheLastReview() {
        assertThat(graph).matchesSnapshot(Path.of("src/test/resources/dependency-graph.txt"));
    }

    @Test
    void changingIsForThoseWhoHaveSignedIn() {
        assertThat(graph).endpoint("DELETE /api/articles/{slug}").isGuardedBy(SignedIn.class);
        assertThat(graph)
                .everyEndpoint()
                .exceptFor("POST /api/users", "POST /api/users/login", "POST /api/oauth/token")
                .exceptFor("GET /api/articles", "GET /api/articles/{slug}", "GET /api/articles/{slug}/comments")
                .exceptFor("GET /api/profiles/{username}", "GET /api/tags", "GET /api/syndication/articles")
                .exceptFor("DELETE /api/admin/articles/{slug}", "GET /api/admin/statistics", "GET /api/admin/health")
                .isGuardedBy(SignedIn.class);
    }
}
