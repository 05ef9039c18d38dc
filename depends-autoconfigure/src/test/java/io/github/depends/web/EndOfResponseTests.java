package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** A client has read the last byte while the closing of what the request opened is held up. */
class EndOfResponseTests {

    private static final Map<Server, App> APPS = new EnumMap<>(Server.class);

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT, HTTP_1_1, /text, 5",
        "TOMCAT, HTTP_1_1, /json?size=3000, 3012",
        "TOMCAT, HTTP_1_1, /json?size=200000, 200012",
        "TOMCAT, HTTP_1_1, /etag?size=200000, 200012",
        "TOMCAT, HTTP_1_1, /nothing, 0",
        "TOMCAT, HTTP_1_1, /stream, 6",
        "TOMCAT, HTTP_2, /json?size=200000, 200012",
        "JETTY, HTTP_1_1, /text, 5",
        "JETTY, HTTP_1_1, /json?size=3000, 3012",
        "JETTY, HTTP_1_1, /json?size=200000, 200012",
        "JETTY, HTTP_1_1, /etag?size=200000, 200012",
        "JETTY, HTTP_1_1, /nothing, 0",
        "JETTY, HTTP_1_1, /stream, 6"
    })
    void theClientDoesNotWaitForTheRelease(Server server, HttpClient.Version version, String path, int length) {
        App app = app(server);
        HttpResponse<byte[]> answer = get(app, version, path, "identity");

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.body()).hasSize(length);
        assertThat(app.events().list()).doesNotContain("closed");
        if (path.startsWith("/etag")) {
            assertThat(answer.headers().firstValue("ETag")).isPresent();
        }
        app.bean(Gate.class).open();
        app.events().await("closed");
    }

    @ParameterizedTest
    @EnumSource
    void aCompressedBodyIsCompleteToo(Server server) throws IOException {
        App app = app(server);
        HttpResponse<byte[]> answer = get(app, HttpClient.Version.HTTP_1_1, "/json?size=200000", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .hasSize(200_012);
        assertThat(app.events().list()).doesNotContain("closed");
        app.bean(Gate.class).open();
        app.events().await("closed");
    }

    @ParameterizedTest
    @EnumSource
    void theConnectionIsKeptAndTheLengthIsKnown(Server server) throws IOException {
        App app = app(server);
        try (Socket socket = new Socket("localhost", app.port())) {
            for (int turn = 0; turn < 2; turn++) {
                reset(app);
                send(socket, "/json?size=10");
                String head = head(socket.getInputStream());
                assertThat(head).startsWith("HTTP/1.1 200").containsIgnoringCase("Content-Length: 22");
                assertThat(head).doesNotContainIgnoringCase("Connection: close");
                assertThat(new String(socket.getInputStream().readNBytes(22), StandardCharsets.UTF_8))
                        .isEqualTo("{\"value\":\"xxxxxxxxxx\"}");
                assertThat(app.events().list()).doesNotContain("closed");
                app.bean(Gate.class).open();
                app.events().await("closed");
            }
        }
    }

    @Test
    void anUpgradedConnectionIsLeftAlone() throws IOException {
        App app = app(Server.TOMCAT);
        app.bean(Gate.class).open();
        try (Socket socket = new Socket("localhost", app.port())) {
            send(socket, "/upgrade");
            assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 101");
            app.events().await("closed");
            assertThat(new String(socket.getInputStream().readNBytes(5), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
        }
    }

    @Test
    void nothingIsClosedWhereNothingIsToRelease() {
        try (App app = App.start(Unopened.class, Opening.class, AfterTheFilters.class)) {
            app.get("/unopened");
            assertThat(app.events().await("output open")).containsExactly("output open");
            app.events().clear();
            app.get("/opened");
            assertThat(app.events().await("output closed")).containsExactly("closed", "output closed");
        }
    }

    private static App app(Server server) {
        App app = APPS.computeIfAbsent(server, Server::start);
        reset(app);
        return app;
    }

    private static void reset(App app) {
        app.events().clear();
        app.bean(Gate.class).shut();
    }

    private static HttpResponse<byte[]> get(App app, HttpClient.Version version, String path, String encoding) {
        try {
            return HttpClient.newBuilder()
                    .version(version)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + path))
                                    .header("Accept-Encoding", encoding)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static void send(Socket socket, String path) throws IOException {
        send(socket, path, "*/*");
    }

    static void send(Socket socket, String path, String accept) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            List<Object> parts = new java.util.ArrayList<>(List.of(
                    Pages.class,
                    Gate.class,
                    Etag.class,
                    "server.compression.enabled=true",
                    "server.compression.min-response-size=1KB"));
            parts.add(this == JETTY ? Jetty.class : "server.http2.enabled=true");
            return App.start(parts.toArray());
        }
    }

    /** Holds up the closing until the test opens it. */
    @Component
    static class Gate {

        private volatile CountDownLatch latch = new CountDownLatch(1);

        void shut() {
            latch = new CountDownLatch(1);
        }

        void open() {
            latch.countDown();
        }

        @Dependency
        Yield<Held> held(@Depends Events events) {
            CountDownLatch held = latch;
            return Yield.of(new Held()).onClose(value -> {
                held.await();
                events.add("closed");
            });
        }
    }

    static final class Held {}

    record Body(String value) {}

    static class Etag {

        @Bean
        FilterRegistrationBean<ShallowEtagHeaderFilter> etag() {
            FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                    new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
            filter.addUrlPatterns("/etag");
            return filter;
        }
    }

    @RestController
    @Depends(Gate.class)
    static class Pages {

        @GetMapping("/text")
        String text() {
            return "hello";
        }

        @GetMapping("/nothing")
        void nothing() {}

        @GetMapping("/stream")
        org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody stream() {
            return out -> out.write("stream".getBytes(StandardCharsets.UTF_8));
        }

        @GetMapping({"/json", "/etag"})
        Body json(@RequestParam int size) {
            return new Body("x".repeat(size));
        }

        @GetMapping("/upgrade")
        void upgrade(HttpServletRequest request) throws Exception {
            request.upgrade(Hello.class);
        }
    }

    /** Tells whether the filters have closed the output. */
    static class AfterTheFilters {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> valve(Events events) {
            return server -> server.addEngineValves(new ValveBase() {
                @Override
                public void invoke(Request request, Response response) throws IOException, ServletException {
                    getNext().invoke(request, response);
                    events.add(response.isClosed() ? "output closed" : "output open");
                }
            });
        }
    }

    record Value(@RequestParam(defaultValue = "1") int number) {}

    @RestController
    static class Unopened {

        @GetMapping("/unopened")
        Body unopened(@Depends Value value) {
            return new Body("x");
        }
    }

    @RestController
    static class Opening {

        @GetMapping("/opened")
        Body opened(@Depends Held held) {
            return new Body("x");
        }

        @Dependency
        static Yield<Held> held(@Depends Events events) {
            return Yield.of(new Held()).onClose(held -> events.add("closed"));
        }
    }

    /** Says hello on the upgraded connection when the request is over. */
    public static class Hello implements HttpUpgradeHandler {

        @Override
        public void init(WebConnection connection) {
            try {
                connection.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void destroy() {}
    }
}
