package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.test.shop.User;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each repetition begins with what the application has, whatever the one before has replaced. */
@ShopTest
@Import(OverridesOutsideRequestsTests.Letters.class)
class OverridesOutsideRequestsTests {

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    Dependencies dependencies;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Letters letters;

    @RepeatedTest(2)
    void areSeenOnTheThreadOfTheTestUntilItEnds() {
        assertThatIllegalStateException().isThrownBy(this::user).withMessageContaining("There is no request here");
        overrides.replace(User.class).with(new User("alice"));
        assertThat(user()).isEqualTo("alice");
        overrides.replace(User.class).by(() -> new User("bob"));
        assertThat(user()).isEqualTo("bob");
    }

    @RepeatedTest(2)
    void areSeenByTheTaskOfARequestUntilTheTestEnds() throws Exception {
        assertThatIllegalStateException().isThrownBy(this::user).withMessageContaining("There is no request here");
        overrides
                .replace(User.class)
                .by(() -> new User("carol on " + Thread.currentThread().getName()));
        letters.sent = new CompletableFuture<>();

        assertThat(mvc.post().uri("/letters")).hasStatusOk();

        assertThat(letters.sent.get(10, TimeUnit.SECONDS))
                .startsWith("carol on ")
                .doesNotEndWith(" " + Thread.currentThread().getName());
    }

    private String user() {
        return dependencies.call(open -> open.get(User.class).name());
    }

    @RestController
    static class Letters {

        private final Dependencies dependencies;
        volatile CompletableFuture<String> sent = new CompletableFuture<>();

        Letters(Dependencies dependencies) {
            this.dependencies = dependencies;
        }

        @PostMapping("/letters")
        void send(BackgroundTasks tasks) {
            CompletableFuture<String> answer = sent;
            tasks.add(() -> {
                try {
                    answer.complete(
                            dependencies.call(open -> open.get(User.class).name()));
                } catch (RuntimeException failed) {
                    answer.completeExceptionally(failed);
                }
            });
        }
    }
}
