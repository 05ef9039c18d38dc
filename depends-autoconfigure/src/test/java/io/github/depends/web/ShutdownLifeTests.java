package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/** An application is stopped while a request of every kind of result is under way. */
class ShutdownLifeTests {

    private static final List<String> KINDS =
            LifeMatrixTests.at(LifeMatrixTests.DIRECT, LifeMatrixTests.DEFERRED, LifeMatrixTests.STREAMED);

    /** Whose work runs on a thread that is waited for, so that nothing may be closed before it ends. */
    private static final List<String> WAITED_FOR = List.of(
            "value", "void", "entity", "callable", "task", "flux", "entity-of-flux", "stream", "entity-of-stream");

    private static final String OPENED = "a open, a ready, f open, f ready, handle, ";
    private static final String SUCCESS = "f success, a success, f outcome: success, f close, ";

    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayEndsInAGracefulShutdown(Server server) throws Exception {
        App app = server.start("graceful");
        Events log = app.events();
        Map<String, CompletableFuture<HttpResponse<String>>> answers = begin(app);
        Thread closer = closing(app);
        log.await("stopping");
        app.bean(LifePages.Hang.class).go();
        closer.join();

        for (String kind : KINDS) {
            assertThat(answers.get(kind).get(20, TimeUnit.SECONDS).statusCode())
                    .as(kind)
                    .isEqualTo(200);
            assertThat(String.join(", ", events(log, kind)))
                    .as(kind)
                    .isEqualTo(
                            LifeMatrixTests.STREAMED.contains(kind)
                                    ? OPENED + SUCCESS + "work, work ended, a outcome: success, a close"
                                    : OPENED + "work, work ended, " + SUCCESS + "a outcome: success, a close");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsClosedOnceByTheEndOfAHardShutdown(Server server) throws Exception {
        App app = server.start("immediate");
        Events log = app.events();
        begin(app);
        Thread closer = closing(app);
        log.await("server stopped");
        app.bean(LifePages.Hang.class).go();
        closer.join();

        for (String kind : KINDS) {
            List<String> events = events(log, kind);
            assertThat(events).as(kind).startsWith(OPENED.split(", "));
            assertEndedOnce(kind, events);
            if (WAITED_FOR.contains(kind)) {
                assertThat(events).as(kind).containsSubsequence("work ended", "a close");
            }
        }
    }

    @Test
    void whatDoesNotEndInTimeIsClosedAllTheSame() throws Exception {
        App app = App.start(parts("immediate", "spring.lifecycle.timeout-per-shutdown-phase=1s"));
        Events log = app.events();
        LifePages.Hang hang = app.bean(LifePages.Hang.class);
        List<String> kinds = List.of("value", "callable", "stream", "deferred");
        kinds.forEach(kind -> send(app, kind));
        kinds.forEach(kind -> app.events().await(tag(kind) + "work"));
        closing(app).join();

        List<List<String>> closed =
                kinds.stream().map(kind -> events(log, kind)).toList();
        for (int index = 0; index < kinds.size(); index++) {
            assertEndedOnce(kinds.get(index), closed.get(index));
            assertThat(closed.get(index)).doesNotContain("work ended");
        }
        hang.go();
        for (int index = 0; index < kinds.size(); index++) {
            log.await(tag(kinds.get(index)) + "work ended");
            List<String> expected = new ArrayList<>(closed.get(index));
            expected.add("work ended");
            assertThat(events(log, kinds.get(index))).isEqualTo(expected);
        }
    }

    private static void assertEndedOnce(String kind, List<String> events) {
        assertThat(events.stream().filter(event -> event.startsWith("a success") || event.startsWith("a error")))
                .as(kind)
                .hasSize(1);
        assertThat(events.stream().filter(event -> event.startsWith("a outcome")))
                .as(kind)
                .hasSize(1);
        assertThat(events).as(kind).containsOnlyOnce("f close", "a close").containsSubsequence("f close", "a close");
    }

    private static Map<String, CompletableFuture<HttpResponse<String>>> begin(App app) {
        Map<String, CompletableFuture<HttpResponse<String>>> answers = new LinkedHashMap<>();
        KINDS.forEach(kind -> answers.put(kind, send(app, kind)));
        KINDS.forEach(kind -> app.events().await(tag(kind) + "work"));
        return answers;
    }

    private static CompletableFuture<HttpResponse<String>> send(App app, String kind) {
        String path = "/" + LifeMatrixTests.path(kind) + "?body=hang&tag="
                + URLEncoder.encode(tag(kind), StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + path))
                                .header("Accept", LifeMatrixTests.accept(kind, ""))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String tag(String kind) {
        return kind + ": ";
    }

    private static List<String> events(Events log, String kind) {
        return log.list().stream()
                .filter(event -> event.startsWith(tag(kind)))
                .map(event -> event.substring(tag(kind).length()))
                .toList();
    }

    private static Thread closing(App app) {
        Thread closer = new Thread(app::close, "closer");
        closer.start();
        return closer;
    }

    private static Object[] parts(String shutdown, Object... more) {
        List<Object> parts = new ArrayList<>(Arrays.asList((Object[]) LifePages.PARTS));
        parts.addAll(List.of(Stops.class, "server.shutdown=" + shutdown));
        parts.addAll(List.of(more));
        return parts.toArray();
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start(String shutdown) {
            return App.start(this == JETTY ? parts(shutdown, Jetty.class) : parts(shutdown));
        }
    }

    /** Tells how far a shutdown has come. */
    static class Stops {

        @Bean
        SmartLifecycle first(Events events) {
            return new Stop(events, "stopping", SmartLifecycle.DEFAULT_PHASE);
        }

        // After the server (DEFAULT_PHASE - 2048), and before the library.
        @Bean
        SmartLifecycle afterTheServer(Events events) {
            return new Stop(events, "server stopped", SmartLifecycle.DEFAULT_PHASE - 2500);
        }
    }

    private static final class Stop implements SmartLifecycle {

        private final Events events;
        private final String event;
        private final int phase;
        private volatile boolean running;

        Stop(Events events, String event, int phase) {
            this.events = events;
            this.event = event;
            this.phase = phase;
        }

        @Override
        public int getPhase() {
            return phase;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            events.add(event);
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
