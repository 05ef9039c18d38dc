package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Jetty;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What yields see, for every kind of result and every way to go wrong, on both servers. */
class LifeMatrixTests {

    private static final Map<Server, App> APPS = new EnumMap<>(Server.class);

    static final List<String> DIRECT = List.of("value", "void", "entity");
    static final List<String> DEFERRED = List.of(
            "callable",
            "task",
            "deferred",
            "future",
            "entity-of-future",
            "future-of-entity",
            "mono",
            "flux",
            "entity-of-flux");
    static final List<String> STREAMED = List.of(
            "stream",
            "entity-of-stream",
            "emitter",
            "sse",
            "flux as ndjson",
            "flux as sse",
            "entity-of-flux as ndjson");

    private static final List<String> STREAMED_ON_DEMAND = without("emitter", without("sse", STREAMED));

    private static final String OPENED = "a open, a ready, f open, f ready, handle, ";

    /** Who, what goes wrong, status, body ('*': any), events. */
    static final List<Row> ROWS = List.of(
            new Row(
                    at(DIRECT, DEFERRED),
                    "",
                    200,
                    "*",
                    OPENED + "work, f success, a success, f outcome: success, f close, a outcome: success, a close"),
            new Row(
                    at(STREAMED),
                    "",
                    200,
                    "*",
                    OPENED + "f success, a success, f outcome: success, f close, work, a outcome: success, a close"),
            new Row(at(DIRECT, DEFERRED, STREAMED), "n=x", 400, "*", ""),
            new Row(
                    at(DIRECT, DEFERRED, STREAMED),
                    "failing=f open",
                    500,
                    "f open",
                    "a open, a ready, f open, a error: f open, a outcome: failure f open, a close"),
            new Row(
                    at(DIRECT, DEFERRED, STREAMED),
                    "failing=handle",
                    500,
                    "handle",
                    OPENED
                            + "f error: handle, a error: handle, f outcome: failure handle, f close, a outcome: failure handle, a close"),
            new Row(
                    at(DIRECT, DEFERRED),
                    "failing=work",
                    500,
                    "work",
                    OPENED
                            + "work, f error: work, a error: work, f outcome: failure work, f close, a outcome: failure work, a close"),
            new Row(
                    at(STREAMED),
                    "failing=work",
                    500,
                    "work",
                    OPENED
                            + "f success, a success, f outcome: success, f close, work, a outcome: failure work, a close"),
            new Row(
                    at(DIRECT, DEFERRED),
                    "failing=work,f error",
                    500,
                    "f error (work)",
                    OPENED
                            + "work, f error: work, a error: f error (work), f outcome: failure f error (work), f close, a outcome: failure f error (work), a close"),
            new Row(
                    at(DIRECT, DEFERRED),
                    "failing=f success",
                    500,
                    "f success",
                    OPENED
                            + "work, f success, a error: f success, f outcome: failure f success, f close, a outcome: failure f success, a close"),
            new Row(
                    STREAMED_ON_DEMAND,
                    "failing=f success",
                    500,
                    "f success",
                    OPENED
                            + "f success, a error: f success, f outcome: failure f success, f close, a outcome: failure f success, a close"),
            new Row(
                    at(DIRECT, DEFERRED),
                    "failing=a success",
                    500,
                    "a success",
                    OPENED
                            + "work, f success, a success, f outcome: failure a success, f close, a outcome: failure a success, a close"),
            new Row(
                    STREAMED_ON_DEMAND,
                    "failing=a success",
                    500,
                    "a success",
                    OPENED
                            + "f success, a success, f outcome: failure a success, f close, a outcome: failure a success, a close"),
            new Row(
                    at(DIRECT, DEFERRED),
                    "failing=f close",
                    500,
                    "f close",
                    OPENED
                            + "work, f success, a success, f outcome: success, f close, a outcome: failure f close, a close"),
            new Row(
                    at(DIRECT, DEFERRED),
                    "failing=a close",
                    200,
                    "*",
                    OPENED + "work, f success, a success, f outcome: success, f close, a outcome: success, a close"),
            new Row(
                    at(STREAMED),
                    "failing=a close",
                    200,
                    "*",
                    OPENED + "f success, a success, f outcome: success, f close, work, a outcome: success, a close"),
            new Row(
                    at(without("void", DIRECT), DEFERRED),
                    "body=broken",
                    500,
                    "*",
                    OPENED
                            + "work, f success, a success, f outcome: success, f close, error page, a outcome: failure HttpMessageNotWritableException, a close"),
            new Row(
                    at(without("void", DIRECT), DEFERRED),
                    "accept=application/xml",
                    406,
                    "*",
                    OPENED
                            + "work, f success, a success, f outcome: success, f close, error page, a outcome: failure HttpMediaTypeNotAcceptableException, a close"),
            new Row(
                    List.of("uncaught"),
                    "",
                    500,
                    "*",
                    OPENED
                            + "f error: IOException, a error: IOException, f outcome: failure IOException, f close, error page, a outcome: failure IOException, a close"),
            new Row(
                    List.of("send-error"),
                    "",
                    418,
                    "*",
                    OPENED
                            + "f success, a success, f outcome: success, f close, error page, a outcome: success, a close"),
            new Row(List.of("stopped"), "", 403, "", ""),
            new Row(List.of("thrown"), "", 500, "*", "error page"),
            new Row(
                    List.of("view"),
                    "",
                    200,
                    "page",
                    OPENED + "f success, a success, f outcome: success, f close, render, a outcome: success, a close"),
            new Row(
                    List.of("broken-view"),
                    "",
                    500,
                    "*",
                    OPENED
                            + "f success, a success, f outcome: success, f close, render, error page, a outcome: failure ServletException, a close"),
            new Row(
                    List.of("forward"),
                    "",
                    200,
                    "inner",
                    OPENED
                            + "f success, a success, f outcome: success, f close, i open, i ready, inner, i success, i outcome: success, i close, a outcome: success, a close"),
            new Row(
                    List.of("forward-callable"),
                    "",
                    200,
                    "inner",
                    OPENED
                            + "f success, a success, f outcome: success, f close, i open, i ready, inner, i success, i outcome: success, i close, a outcome: success, a close"),
            new Row(
                    List.of("include"),
                    "",
                    200,
                    "inner",
                    OPENED
                            + "i open, i ready, inner, i success, f success, a success, f outcome: success, f close, i outcome: success, i close, a outcome: success, a close"),
            new Row(
                    List.of("own-forward"),
                    "",
                    200,
                    "inner",
                    OPENED
                            + "i open, i ready, inner, f success, a success, f outcome: success, f close, i success, i outcome: success, i close, a outcome: success, a close"),
            new Row(List.of("hidden"), "", 200, "now", "t open, t ready, t success, t outcome: success, t close"),
            new Row(
                    List.of("hidden"),
                    "kind=callable",
                    500,
                    "*",
                    "t open, t ready, t error: IllegalStateException, t outcome: failure IllegalStateException, t close, error page"),
            new Row(
                    List.of("hidden"),
                    "kind=future",
                    500,
                    "*",
                    "t open, t ready, t error: IllegalStateException, t outcome: failure IllegalStateException, t close, error page"),
            new Row(
                    List.of("hidden"),
                    "kind=sse",
                    500,
                    "*",
                    "t open, t ready, t error: IllegalStateException, t outcome: failure IllegalStateException, t close, error page"));

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(Server.values())
                .flatMap(server -> ROWS.stream()
                        .flatMap(
                                row -> row.kinds().stream().map(kind -> Arguments.of(server, kind, row.query(), row))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("cells")
    void everyYieldIsCompletedAndClosed(Server server, String kind, String query, Row row) {
        App app = APPS.computeIfAbsent(server, Server::start);
        app.events().clear();

        HttpResponse<String> answer = app.get("/" + path(kind) + query(query), "Accept", accept(kind, query));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.status());
        if (!row.body().equals("*")) {
            assertThat(answer.body()).isEqualTo(row.body());
        }
        List<String> expected =
                row.events().isEmpty() ? List.of() : List.of(row.events().split(", "));
        List<String> actual =
                expected.isEmpty() ? app.events().list() : app.events().await(expected.get(expected.size() - 1));
        if (kind.equals("own-forward")) {
            assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        } else {
            assertThat(String.join(", ", actual)).isEqualTo(row.events());
        }
    }

    static String path(String kind) {
        return kind.split(" ")[0];
    }

    static String query(String query) {
        int equals = query.indexOf('=');
        return equals < 0
                ? ""
                : "?" + query.substring(0, equals + 1)
                        + URLEncoder.encode(query.substring(equals + 1), StandardCharsets.UTF_8)
                                .replace("+", "%20"); // MockMvc takes a plus for a plus
    }

    static String accept(String kind, String query) {
        if (query.startsWith("accept=")) {
            return query.substring(7);
        }
        return kind.endsWith(" as ndjson")
                ? "application/x-ndjson"
                : kind.endsWith(" as sse") ? "text/event-stream" : "*/*";
    }

    @SafeVarargs
    static List<String> at(List<String>... kinds) {
        return Arrays.stream(kinds).flatMap(List::stream).toList();
    }

    private static List<String> without(String kind, List<String> kinds) {
        List<String> others = new ArrayList<>(kinds);
        others.remove(kind);
        return others;
    }

    record Row(List<String> kinds, String query, int status, String body, String events) {

        @Override
        public String toString() {
            return kinds + " " + query;
        }
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            List<Object> parts = new ArrayList<>(List.of(LifePages.PARTS));
            if (this == JETTY) {
                parts.add(Jetty.class);
            }
            return App.start(parts.toArray());
        }
    }
}
