package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.test.shop.Log;
import io.github.depends.test.shop.User;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@ShopTest
class RealServerTests {

    private final DependencyOverrides overrides;

    @LocalServerPort
    int port;

    @Autowired
    RestTestClient client;

    @Autowired
    TestRestTemplate template;

    @Autowired
    ActiveTests tests;

    @Autowired
    Log log;

    @Autowired
    RealServerTests(DependencyOverrides overrides) {
        this.overrides = overrides;
    }

    @BeforeEach
    void replace() {
        overrides.replace(User.class).with(new User("alice"));
    }

    @Test
    void servesTheClientsOfTheContext() {
        client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("alice");
        client.get().uri("/later").exchange().expectBody(String.class).isEqualTo("alice");
        assertThat(template.getForObject("/me", String.class)).isEqualTo("alice");
        assertThat(template.withBasicAuth("any", "one").getForObject("/failing", String.class))
                .isEqualTo("failed for alice");
        client.get().uri("/task").exchange().expectBody(String.class).isEqualTo("accepted");
        log.await("mailed alice");
    }

    @Test
    void servesARequestWithoutIdentityWhileOneTestIsActive() throws Exception {
        assertThat(get("/me").body()).isEqualTo("alice");
    }

    @Test
    void refusesTheIdentityOfATestThatHasEnded() throws Exception {
        assertThat(get("/me", TestIdentity.HEADER, "ended").statusCode()).isEqualTo(500);
    }

    @Test
    void refusesARequestWithoutIdentityWhileSeveralTestsAreActive() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            tests.begin("Other.test", Map.of());
            begun.countDown();
            await(asked);
            tests.end(null);
        });
        other.start();
        begun.await();
        assertThat(get("/me").statusCode()).isEqualTo(500);
        client.get().uri("/me").exchange().expectBody(String.class).isEqualTo("alice");
        assertThat(template.getForObject("/me", String.class)).isEqualTo("alice");
        asked.countDown();
        other.join();
        assertThat(get("/me").body()).isEqualTo("alice");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
