package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependencies;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureTestRestTemplate;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that use nothing, and open dependencies themselves while another test is under way. */
@SpringBootTest(classes = WithoutUsesTests.Office.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@AutoConfigureRestTestClient
@AutoConfigureTestRestTemplate
class WithoutUsesTests {

    private final CountDownLatch asked = new CountDownLatch(1);

    @Autowired
    DependencyOverrides overrides;

    @Autowired
    ActiveTests tests;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RestTestClient client;

    @Autowired
    TestRestTemplate template;

    private Thread other = new Thread();

    @BeforeEach
    void beginAnother() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        other = new Thread(() -> {
            tests.begin("Other.test", Map.of());
            begun.countDown();
            try {
                assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                tests.end(null);
            }
        });
        other.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        overrides.outsideRequests().replace(Name.class).with(new Name("mine"));
    }

    @AfterEach
    void endIt() throws InterruptedException {
        asked.countDown();
        other.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/name", "/later"})
    void belongToTheTestOfTheirRequest(String path) {
        assertThat(mvc.get().uri(path)).bodyText().isEqualTo("mine");
        client.get().uri(path).exchange().expectBody(String.class).isEqualTo("mine");
        assertThat(template.getForObject(path, String.class)).isEqualTo("mine");
    }

    @Test
    void areRefusedOnAThreadThatBelongsToNobody() {
        assertThat(mvc.get().uri("/name-elsewhere"))
                .failure()
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "A use of Dependencies on the thread elsewhere belongs to no test, but 2 are under way",
                        "Background tasks and the work of a Callable belong to the test of their request");
    }

    record Name(@RequestHeader("X-Name") String value) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Names.class)
    static class Office {}

    @RestController
    static class Names {

        private final Dependencies dependencies;

        Names(Dependencies dependencies) {
            this.dependencies = dependencies;
        }

        @GetMapping("/name")
        String name() {
            return dependencies.call(open -> open.get(Name.class).value());
        }

        @GetMapping("/later")
        Callable<String> later() {
            return this::name;
        }

        @GetMapping("/name-elsewhere")
        void elsewhere() throws Throwable {
            Throwable[] thrown = new Throwable[1];
            Thread elsewhere = new Thread(this::name, "elsewhere");
            elsewhere.setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
            elsewhere.start();
            elsewhere.join();
            throw thrown[0];
        }
    }
}
