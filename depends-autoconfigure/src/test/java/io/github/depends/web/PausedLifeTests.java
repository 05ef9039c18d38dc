package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests to a paused application, whose task executor rests but whose server does not. Spring's tests pause contexts that
 * they do not use for a while.
 */
class PausedLifeTests {

    @ParameterizedTest
    @ValueSource(strings = {"/value", "/deferred", "/future", "/sse"})
    void areServedAsLongAsTheServerRuns(String path) {
        try (App app = App.start((Object[]) LifePages.PARTS)) {
            app.context().pause();

            assertThat(app.get(path).statusCode()).isEqualTo(200);
            assertThat(app.events().await("a close")).contains("work", "a outcome: success");
        }
    }
}
