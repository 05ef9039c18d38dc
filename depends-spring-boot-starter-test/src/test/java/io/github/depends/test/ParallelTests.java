package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.github.depends.Dependencies;
import io.github.depends.test.shop.Shop;
import io.github.depends.test.shop.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Eight threads, classes and methods at once, on one context. */
class ParallelTests {

    private static final int REPETITIONS = 100;

    private static final Map<String, String> EIGHT_THREADS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    @Test
    void neverServesAnotherTestsValue() {
        int before = Shop.STARTS.get();
        List<Class<?>> classes = List.of(One.class, Two.class, Three.class, Four.class);
        Launch.allSucceeded(Launch.of(classes, EIGHT_THREADS), classes.size() * 2L * REPETITIONS);
        assertThat(Shop.STARTS.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void refusesARequestWithoutIdentity() {
        TestExecutionSummary summary = Launch.of(List.of(Unidentified.class), EIGHT_THREADS);
        assertThat(summary.getFailures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.getException())
                        .hasMessageContaining("500")
                        .satisfies(told -> assertThat(told.getSuppressed())
                                .singleElement()
                                .extracting(Throwable::getMessage)
                                .asString()
                                .startsWith(
                                        "The request GET /me belongs to no test, but 2 are under way and have replaced"
                                                + " dependencies: Unidentified.one, Unidentified.other. Send it with MockMvc on the"
                                                + " test's thread, or with the RestTestClient or TestRestTemplate")));
    }

    @Test
    void refusesMocksThatTwoMethodsShare() {
        TestExecutionSummary summary = Launch.of(List.of(SharedMocks.class), EIGHT_THREADS);
        assertThat(summary.getTestsFailedCount()).isEqualTo(1);
        assertThat(Launch.failures(summary))
                .contains("run at the same time and share the @MockDependency fields of one test instance")
                .contains("@Execution(SAME_THREAD)");
    }

    @Test
    void twoMethodsOfOneInstanceReplaceEachForItself() {
        Launch.allSucceeded(Launch.of(List.of(SharedInstance.class), EIGHT_THREADS), 2);
    }

    @LettersTest
    abstract static class Requests {

        @MockDependency
        User user;

        @Autowired
        MockMvcTester mvc;

        @Autowired
        RestTestClient client;

        @Autowired
        TestRestTemplate template;

        @Autowired
        Letters letters;

        @Autowired
        Dependencies dependencies;

        @Autowired
        DependencyOverrides overrides;

        @RepeatedTest(REPETITIONS)
        void seesItsMock() throws Exception {
            String name = UUID.randomUUID().toString();
            given(user.name()).willReturn(name);
            serves(name);
        }

        @RepeatedTest(REPETITIONS)
        void seesItsReplacement() throws Exception {
            String name = UUID.randomUUID().toString();
            overrides.replace(User.class).with(new User(name));
            serves(name);
        }

        private void serves(String name) throws Exception {
            assertThat(mvc.get().uri("/me")).bodyText().isEqualTo(name);
            client.get().uri("/later").exchange().expectBody(String.class).isEqualTo(name);
            assertThat(mvc.get().uri("/later")).bodyText().isEqualTo(name);
            assertThat(template.getForObject("/me", String.class)).isEqualTo(name);
            String letter = UUID.randomUUID().toString();
            assertThat(template.getForObject("/letters/callable?key=" + letter, String.class))
                    .isEqualTo(name);
            assertThat(letters.letter(letter).go().signed().get(30, TimeUnit.SECONDS))
                    .isEqualTo(name);
            assertThat(dependencies.<String, RuntimeException>call(
                            open -> open.get(User.class).name()))
                    .isEqualTo(name);
        }
    }

    static class One extends Requests {}

    static class Two extends Requests {}

    static class Three extends Requests {}

    static class Four extends Requests {}

    @ShopTest
    static class Unidentified {

        static final CyclicBarrier TOGETHER = new CyclicBarrier(2);

        @Autowired
        DependencyOverrides overrides;

        @LocalServerPort
        int port;

        @Test
        void one() throws Exception {
            ask();
        }

        @Test
        void other() throws Exception {
            ask();
        }

        private void ask() throws Exception {
            overrides.replace(User.class).with(new User("anyone"));
            TOGETHER.await(20, TimeUnit.SECONDS);
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            TOGETHER.await(20, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @ShopTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class SharedInstance {

        final CyclicBarrier together = new CyclicBarrier(2);

        @Autowired
        DependencyOverrides overrides;

        @Autowired
        RestTestClient client;

        @Test
        void one() throws Exception {
            replaceAndAsk("one");
        }

        @Test
        void other() throws Exception {
            replaceAndAsk("other");
        }

        private void replaceAndAsk(String name) throws Exception {
            overrides.replace(User.class).with(new User(name));
            together.await(20, TimeUnit.SECONDS);
            client.get().uri("/me").exchange().expectBody(String.class).isEqualTo(name);
            together.await(20, TimeUnit.SECONDS);
        }
    }

    @ShopTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    @ExtendWith(Refused.class)
    static class SharedMocks {

        @MockDependency
        User user;

        @Test
        void one() throws InterruptedException {
            assertThat(Refused.ONE.await(20, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void other() throws InterruptedException {
            assertThat(Refused.ONE.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    static class Refused implements AfterEachCallback {

        static final CountDownLatch ONE = new CountDownLatch(1);

        @Override
        public void afterEach(ExtensionContext context) {
            context.getExecutionException().ifPresent(refused -> ONE.countDown());
        }
    }
}
