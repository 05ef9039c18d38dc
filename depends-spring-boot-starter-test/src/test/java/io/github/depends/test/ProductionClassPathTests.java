package io.github.depends.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.test.shop.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that no test has started, with this module on its class path by mistake. */
@ShopTest
@ExtendWith(OutputCaptureExtension.class)
class ProductionClassPathTests {

    private static final String WARNING =
            "depends-spring-boot-starter-test is on the class path of an application that was not started by a test";

    @Autowired
    ActiveTests testsOfAnotherContext;

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "00000000-0000-0000-0000-000000000000"})
    void theHeaderOfTestsChangesNoAnswer(String identity) throws Exception {
        try (ConfigurableApplicationContext application = onThreadOfItsOwn(ProductionClassPathTests::start)) {
            for (String path : new String[] {"/me", "/orders", "/nowhere"}) {
                HttpResponse<String> without = get(application, path);
                HttpResponse<String> with = get(application, path, TestIdentity.HEADER, identity);

                assertThat(with.statusCode())
                        .as(path)
                        .isEqualTo(without.statusCode())
                        .isNotEqualTo(500);
            }
        }
    }

    @Test
    void theIdentityOfATestOnAnotherContextMeansNothing() throws Exception {
        String active = String.valueOf(testsOfAnotherContext.id());
        try (ConfigurableApplicationContext application = start()) {
            assertThat(get(application, "/me", TestIdentity.HEADER, active).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStartIsWarnedOf(boolean lazy, CapturedOutput output) throws Exception {
        onThreadOfItsOwn(() -> start("--spring.main.lazy-initialization=" + lazy))
                .close();

        assertThat(output).containsOnlyOnce(WARNING);
    }

    @Test
    void noWarningIsLoggedWhereATestStartsTheApplication(CapturedOutput output) {
        start().close();

        assertThat(output).doesNotContain(WARNING);
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "--server.port=0";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return SpringApplication.run(Shop.class, all);
    }

    /** Starts where nothing shows that a test has called, as the main method of an application does. */
    private static ConfigurableApplicationContext onThreadOfItsOwn(Supplier<ConfigurableApplicationContext> start)
            throws Exception {
        CompletableFuture<ConfigurableApplicationContext> started = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        started.complete(start.get());
                    } catch (Throwable failure) {
                        started.completeExceptionally(failure);
                    }
                })
                .start();
        return started.get();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext application, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
