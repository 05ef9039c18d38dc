package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.ClassPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a background task has of the thread that has added it, whatever optional libraries there are. */
class TaskContextTests {

    private static final String LOGGING = "slf4j|logback|log4j|jul-to-slf4j|springdoc|kotlin";

    @Test
    void travelsWithAllLibraries() throws Exception {
        assertTravelled(new TasksInEveryWay().call(), "locale", "zone", "mdc", "security", "observation", "tenant");
    }

    @Test
    void travelsWithoutContextPropagation() throws Exception {
        assertTravelled(
                ClassPath.without("context-propagation", TasksInEveryWay.class),
                "locale",
                "zone",
                "mdc",
                "security",
                "observation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logback|log4j|jul-to-slf4j", LOGGING + "|spring-security|context-propagation|micrometer-core"})
    void travelsWithFewLibraries(String absent) throws Exception {
        assertTravelled(ClassPath.without(absent, TasksInEveryWay.class), "locale", "zone");
    }

    private static void assertTravelled(Map<String, Map<String, String>> seen, String... marks) {
        assertThat(seen).hasSize(8).allSatisfy((way, there) -> {
            assertThat(there).containsEntry("request", "none").containsKeys(marks);
            for (String mark : marks) {
                assertThat(there).containsEntry(mark, way.endsWith("afterwards") ? "none" : "acme");
            }
        });
    }
}
