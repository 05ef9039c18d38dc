package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependencies;
import io.github.depends.test.shop.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A background task belongs to the test whose request has added it, however late it runs. */
class TaskOwnersTests {

    @Test
    void aTaskThatOutlivesItsTestSeesWhatThatHadReplacedAndNothingOfTheNext() {
        Launch.allSucceeded(Launch.of(List.of(Posting.class, Untouched.class, Replacing.class), Map.of()), 12);
    }

    private static final List<String> PATHS =
            List.of("/task", "/callable", "/web-task", "/stage", "/stream", "/nested");

    /** Posts what is signed when its tests have long ended. */
    @LettersTest
    static class Posting {

        @Autowired
        DependencyOverrides overrides;

        @Autowired
        MockMvcTester mvc;

        @Autowired
        RestTestClient client;

        @Autowired
        TestRestTemplate template;

        @Autowired
        Dependencies dependencies;

        @Autowired
        Letters letters;

        @BeforeEach
        void replace() {
            overrides.replace(User.class).with(new User("poster"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/task", "/callable", "/web-task", "/stage", "/stream", "/nested"})
        void posts(String path) {
            String uri = "/letters" + path + "?key=" + path;
            assertThat(mvc.get().uri(uri + "-mvc")).bodyText().isEqualTo("poster");
            client.get()
                    .uri(uri + "-client")
                    .exchange()
                    .expectBody(String.class)
                    .isEqualTo("poster");
            assertThat(template.getForObject(uri + "-template", String.class)).isEqualTo("poster");
        }

        @Test
        void postsBeforeTheRelease() throws Exception {
            client.get()
                    .uri("/letters/before-release?key=before")
                    .exchange()
                    .expectBody(String.class)
                    .isEqualTo("poster");
            assertThat(letters.letter("before").signed().get(30, TimeUnit.SECONDS))
                    .isEqualTo("poster");
        }

        @Test
        void doesNotWaitForTheWork() {
            client.get()
                    .uri("/letters/timeout?key=timeout")
                    .exchange()
                    .expectStatus()
                    .is5xxServerError();
        }

        @Test
        void postsFromItsThread() {
            dependencies.run(open -> open.get(Letters.Outbox.class).tasks().add(() -> letters.sign("thread")));
        }
    }

    /** Posts without anything replaced: there is no user without a request. */
    @LettersTest
    static class Untouched {

        @Autowired
        Dependencies dependencies;

        @Autowired
        Letters letters;

        @Test
        void posts() {
            dependencies.run(open -> open.get(Letters.Outbox.class).tasks().add(() -> letters.sign("untouched")));
        }
    }

    /** Replaces something else, and is the only test while the letters are signed. */
    @LettersTest
    static class Replacing {

        @Autowired
        DependencyOverrides overrides;

        @Autowired
        Letters letters;

        @BeforeEach
        void replace() {
            overrides.replace(User.class).with(new User("other"));
        }

        @Test
        void isNotSeenByThem() throws Exception {
            List<String> keys = Stream.concat(
                            PATHS.stream()
                                    .flatMap(path -> Stream.of(path + "-mvc", path + "-client", path + "-template")),
                            Stream.of("thread", "timeout"))
                    .toList();
            for (String key : keys) {
                assertThat(letters.letter(key).go().signed().get(30, TimeUnit.SECONDS))
                        .as(key)
                        .isEqualTo("poster");
            }
        }

        @Test
        void isNotSeenByWhatHadNothingReplaced() {
            assertThat(letters.letter("untouched").go().signed())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("There is no request here");
        }
    }
}
