package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Jetty;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that end before their work does, or whose client leaves. */
class InterruptedLifeTests {

    private static final Map<Server, App> APPS = new EnumMap<>(Server.class);

    private static final String OPENED = "a open, a ready, f open, f ready, handle, ";
    private static final String TIMED_OUT =
            "f error: AsyncRequestTimeoutException, a error: AsyncRequestTimeoutException,"
                    + " f outcome: failure AsyncRequestTimeoutException, f close, ";
    private static final String SUCCEEDED = "f success, a success, f outcome: success, f close, ";
    private static final String CLOSED = "a outcome: failure AsyncRequestTimeoutException, a close";

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT, callable", "TOMCAT, task", "JETTY, callable", "JETTY, task"})
    void callbacksWaitForWorkThatOutlivesATimeout(Server server, String kind) {
        timesOut(server, kind, OPENED + "work, error page", "work ended, " + TIMED_OUT + CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"TOMCAT, stream", "TOMCAT, entity-of-stream", "JETTY, stream", "JETTY, entity-of-stream"})
    void closingWaitsForAStreamThatOutlivesATimeout(Server server, String kind) {
        timesOut(server, kind, OPENED + SUCCEEDED + "work, error page", "work ended, " + CLOSED);
    }

    private static void timesOut(Server server, String kind, String before, String after) {
        App app = app(server);
        HttpResponse<String> answer = app.get("/" + kind + "?body=hang");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(String.join(", ", app.events().list())).isEqualTo(before);
        app.bean(LifePages.Hang.class).go();
        assertThat(String.join(", ", app.events().await("a close"))).isEqualTo(before + ", " + after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOMCAT", "JETTY"})
    void aSubstituteForTheValueDoesNotMakeItASuccess(Server server) {
        App app = app(server);
        assertThat(app.get("/task-with-substitute?body=hang").body()).isEqualTo("{\"name\":\"substitute\"}");
        app.bean(LifePages.Hang.class).go();
        assertThat(String.join(", ", app.events().await("a close")))
                .isEqualTo(OPENED + "work, work ended, " + TIMED_OUT + CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT, deferred", "TOMCAT, future", "TOMCAT, entity-of-future", "TOMCAT, mono",
        "JETTY, deferred", "JETTY, future", "JETTY, entity-of-future", "JETTY, mono"
    })
    void callbacksOfAnotherThreadsValueRunAtTheTimeout(Server server, String kind) {
        App app = app(server);
        assertThat(app.get("/" + kind + "?body=hang").statusCode()).isEqualTo(503);
        assertThat(String.join(", ", app.events().await("a close")))
                .isEqualTo(OPENED + "work, " + TIMED_OUT + "error page, " + CLOSED);
        app.bean(LifePages.Hang.class).go();
        assertThat(app.events().await("work ended")).endsWith("a close", "work ended");
    }

    @ParameterizedTest
    @CsvSource({
        "TOMCAT, value",
        "TOMCAT, entity",
        "TOMCAT, callable",
        "TOMCAT, task",
        "TOMCAT, deferred",
        "TOMCAT, future",
        "TOMCAT, entity-of-future",
        "TOMCAT, mono",
        "TOMCAT, flux",
        "TOMCAT, stream",
        "TOMCAT, entity-of-stream",
        "TOMCAT, emitter",
        "TOMCAT, sse",
        "TOMCAT, flux as ndjson",
        "TOMCAT, flux as sse",
        "JETTY, value",
        "JETTY, entity",
        "JETTY, callable",
        "JETTY, task",
        "JETTY, deferred",
        "JETTY, future",
        "JETTY, entity-of-future",
        "JETTY, mono",
        "JETTY, flux",
        "JETTY, stream",
        "JETTY, entity-of-stream",
        "JETTY, emitter",
        "JETTY, sse",
        "JETTY, flux as ndjson",
        "JETTY, flux as sse"
    })
    void theOutcomeTellsThatTheClientHasGone(Server server, String kind) throws Exception {
        App app = app(server);
        try (Socket socket = new Socket("localhost", app.port())) {
            EndOfResponseTests.send(
                    socket, "/" + LifeMatrixTests.path(kind) + "?body=big", LifeMatrixTests.accept(kind, ""));
            EndOfResponseTests.head(socket.getInputStream());
            socket.setSoLinger(true, 0);
        }
        List<String> events = app.events().await("a close");
        assertThat(events)
                .contains("f success", "a success", "a outcome: client gone")
                .doesNotContain("a error");
        assertThat(events.stream().filter("a close"::equals)).hasSize(1);
    }

    private static App app(Server server) {
        App app = APPS.computeIfAbsent(server, Server::start);
        app.events().clear();
        app.bean(LifePages.Hang.class).reset();
        return app;
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            List<Object> parts = new ArrayList<>(Arrays.asList((Object[]) LifePages.PARTS));
            parts.add("spring.mvc.async.request-timeout=800ms");
            if (this == JETTY) {
                parts.add(Jetty.class);
            }
            return App.start(parts.toArray());
        }
    }
}
