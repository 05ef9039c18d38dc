package io.github.depends.test;

import static io.github.depends.test.GraphAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.depends.graph.DependencyGraph;
import io.github.depends.security.HttpBearer;
import io.github.depends.test.shop.Access;
import io.github.depends.test.shop.Admin;
import io.github.depends.test.shop.Page;
import io.github.depends.test.shop.ReportCheck;
import io.github.depends.test.shop.RequireRole;
import io.github.depends.test.shop.RoleCheck;
import io.github.depends.test.shop.Secured.NotBlocked;
import io.github.depends.test.shop.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class GraphSnapshotTests {

    @Autowired
    DependencyGraph graph;

    @TempDir
    Path folder;

    @Test
    void isTheGraphOfTheLastReview() {
        assertThat(graph).matchesSnapshot(Path.of("src/test/resources/shop-graph.txt"));
    }

    @Test
    @DisabledIfSystemProperty(named = GraphSnapshot.UPDATE, matches = "true")
    void writesAFileThatIsNotThereAndFailsOnce() throws IOException {
        Path file = folder.resolve("new/graph.txt");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GraphSnapshot.of(graph).matches(file))
                .withMessageEndingWith(
                        "graph.txt, so that nothing could be compared. It has been written: review it, and"
                                + " commit it; the next run compares");
        GraphSnapshot.of(graph).matches(file);
        assertThat(Files.readString(file))
                .isEqualTo(GraphSnapshot.of(graph).text())
                .contains("GET /boss -> Orders.boss()\n  guard NotBlocked\n  guard Access.user\n"
                        + "  guard RoleCheck.check @RequireRole(\"boss\")\n  uses bearer\n");
    }

    @Test
    @DisabledIfSystemProperty(named = GraphSnapshot.UPDATE, matches = "true")
    void showsALostGuardAsADifference() throws IOException {
        Path file = folder.resolve("graph.txt");
        Files.writeString(file, GraphSnapshot.of(graph).text());
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "GET /me -> Orders.me(User)\n  guard NotBlocked\n",
                                "GET /me -> Orders.me(User)\n  guard NotBlocked\n  guard Access.admin\n"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GraphSnapshot.of(graph).matches(file))
                .withMessageContaining("\n  GET /me -> Orders.me(User)\n-   guard Access.admin\nIf that is meant,")
                .withMessageContaining("-Ddepends.snapshot.update=true");
    }

    @Test
    void keepsEndpointsApartThatLookTheSame() {
        assertThat(GraphSnapshot.of(graph).text())
                .contains("GET /twofold-catalogue -> Version.offers(Page)\n  guard NotBlocked\n  guard Access.user\n")
                .contains("GET /twofold-catalogue -> Version.offers(Page)\n  guard NotBlocked\n  uses Page\n");
    }

    @Test
    void isWhatTheGraphItselfSays() {
        assertThat(graph.toString())
                .isEqualTo(GraphSnapshot.of(graph).text())
                .contains("GET /boss -> Orders.boss()\n  guard NotBlocked\n  guard Access.user\n");
    }

    @Test
    void tellsWhichSchemesAreOptional() {
        assertThat(GraphSnapshot.of(graph).text())
                .contains("visitor gives BasicCredentials, optional\n")
                .contains("bearer gives String\n");
    }

    @Test
    void assertsGuards() {
        assertThat(graph).endpoint("GET /me").isGuardedBy(User.class).isGuardedBy(NotBlocked.class);
        assertThat(graph).endpoint("GET /admin").isGuardedBy(Admin.class).isGuardedBy(Access.class);
        assertThat(graph).endpoint("GET /boss").isGuardedBy(RequireRole.class).isGuardedBy(RoleCheck.class);
        assertThat(graph).endpoint("GET /lazy").isNotGuardedBy(Page.class).isNotGuardedBy(User.class);
        assertThat(graph).everyEndpoint().isGuardedBy(NotBlocked.class);
        assertThat(graph)
                .everyEndpoint()
                .exceptFor(
                        "GET /baskets",
                        "GET /connection",
                        "GET /either",
                        "GET /lazy",
                        "GET /twofold-catalogue",
                        "GET /partner",
                        "GET /prices",
                        "GET /reports",
                        "GET /stock",
                        "GET /twins",
                        "GET /greetings/page",
                        "GET /greetings/named")
                .isGuardedBy(User.class);
    }

    @Test
    void tellsWhoIsNotGuarded() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(graph)
                        .everyEndpoint()
                        .exceptFor("GET /reports")
                        .isGuardedBy(ReportCheck.class))
                .withMessageContaining("Not guarded by ReportCheck:")
                .withMessageContaining("GET /me (guarded by NotBlocked, Access.user)");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(graph).endpoint("GET /mee"))
                .withMessage("The application has no endpoint 'GET /mee'. Nearest: GET /me, GET /admin, GET /boss.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(graph).endpoint("GET /me").isGuardedBy(HttpBearer.class))
                .withMessageContaining("Not guarded by HttpBearer");
    }
}
