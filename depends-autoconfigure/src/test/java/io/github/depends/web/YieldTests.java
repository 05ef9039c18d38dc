package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Script;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What yields of synchronous endpoints see, over real HTTP. */
class YieldTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Scripts.class, Yields.class, Pages.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | 200 | two     | a open, a ready, b open, b ready, handle, b success, a success, b outcome: success, b close, a outcome: success, a close
            a open                | 500 | a open  | a open
            a ready               | 500 | a ready | a open, a ready, a error: a ready, a outcome: failure a ready, a close
            b open                | 500 | b open  | a open, a ready, b open, a error: b open, a outcome: failure b open, a close
            b ready               | 500 | b ready | a open, a ready, b open, b ready, b error: b ready, a error: b ready, b outcome: failure b ready, b close, a outcome: failure b ready, a close
            handle                | 500 | handle  | a open, a ready, b open, b ready, handle, b error: handle, a error: handle, b outcome: failure handle, b close, a outcome: failure handle, a close
            b success             | 500 | b success | a open, a ready, b open, b ready, handle, b success, a error: b success, b outcome: failure b success, b close, a outcome: failure b success, a close
            a success             | 500 | a success | a open, a ready, b open, b ready, handle, b success, a success, b outcome: failure a success, b close, a outcome: failure a success, a close
            handle;b error        | 500 | b error (handle) | a open, a ready, b open, b ready, handle, b error: handle, a error: b error (handle), b outcome: failure b error (handle), b close, a outcome: failure b error (handle), a close
            handle;b error;a error | 500 | a error (b error (handle)) | a open, a ready, b open, b ready, handle, b error: handle, a error: b error (handle), b outcome: failure a error (b error (handle)), b close, a outcome: failure a error (b error (handle)), a close
            b success;a error     | 500 | a error (b success) | a open, a ready, b open, b ready, handle, b success, a error: b success, b outcome: failure a error (b success), b close, a outcome: failure a error (b success), a close
            b outcome             | 200 | two     | a open, a ready, b open, b ready, handle, b success, a success, b outcome: success, b close, a outcome: failure b outcome, a close
            b close               | 200 | two     | a open, a ready, b open, b ready, handle, b success, a success, b outcome: success, b close, a outcome: failure b close, a close
            b outcome;b close     | 200 | two     | a open, a ready, b open, b ready, handle, b success, a success, b outcome: success, b close, a outcome: failure b outcome (b close), a close
            handle;b close        | 500 | handle  | a open, a ready, b open, b ready, handle, b error: handle, a error: handle, b outcome: failure handle, b close, a outcome: failure handle (b close), a close
            """)
    void twoYieldsOfTheRequest(String failing, int status, String body, String events) {
        serves("/two", "a close", failing, status, body, events);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | 200 | both      | r open, r ready, f open, f ready, handle, f success, r success, f outcome: success, f close, r outcome: success, r close
            f open          | 500 | f open    | r open, r ready, f open, r error: f open, r outcome: failure f open, r close
            handle          | 500 | handle    | r open, r ready, f open, f ready, handle, f error: handle, r error: handle, f outcome: failure handle, f close, r outcome: failure handle, r close
            f success       | 500 | f success | r open, r ready, f open, f ready, handle, f success, r error: f success, f outcome: failure f success, f close, r outcome: failure f success, r close
            r success       | 500 | r success | r open, r ready, f open, f ready, handle, f success, r success, f outcome: failure r success, f close, r outcome: failure r success, r close
            f close         | 500 | f close   | r open, r ready, f open, f ready, handle, f success, r success, f outcome: success, f close, r outcome: failure f close, r close
            f outcome       | 500 | f outcome | r open, r ready, f open, f ready, handle, f success, r success, f outcome: success, f close, r outcome: failure f outcome, r close
            f outcome;f close | 500 | f outcome (f close) | r open, r ready, f open, f ready, handle, f success, r success, f outcome: success, f close, r outcome: failure f outcome (f close), r close
            handle;f close  | 500 | handle (f close) | r open, r ready, f open, f ready, handle, f error: handle, r error: handle, f outcome: failure handle, f close, r outcome: failure handle (f close), r close
            """)
    void aYieldOfTheFunctionInsideOneOfTheRequest(String failing, int status, String body, String events) {
        serves("/both", "r close", failing, status, body, events);
    }

    private static void serves(String path, String last, String failing, int status, String body, String events) {
        HttpResponse<String> answer = get(path, failing);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        String end = events.endsWith("open") ? events : last;
        assertThat(String.join(", ", app.events().await(end))).isEqualTo(events);
    }

    @Test
    void aFailingCommitIsToldToTheClient() {
        HttpResponse<String> answer = get("/created", "a success");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("a success");
        assertThat(app.events().await("a close"))
                .containsExactly("a open", "a ready", "handle", "a success", "a outcome: failure a success", "a close");
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/entity", "/view", "/direct", "/no-content"})
    void aFailingCommitIsToldWhateverTheEndpointReturns(String path) {
        assertThat(get(path, "").statusCode()).isLessThan(300);
        app.events().await("a close");
        HttpResponse<String> answer = get(path, "a success");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("a success");
        assertThat(answer.headers().firstValue("X-From-Entity")).isEmpty();
        assertThat(app.events().await("a outcome: failure a success")).contains("a success");
    }

    @Test
    void aFailingCommitIsToldWithoutAnExceptionHandlerToo() {
        HttpResponse<String> answer = get("/checked", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"status\":500");
        assertThat(app.events().await("close")).containsExactly("error: IOException", "close");
    }

    @Test
    void anExceptionHandlerSeesTheReplacedExceptionAndWhatIsStillOpen() {
        HttpResponse<String> answer = get("/translated", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("taken, caused by IllegalArgumentException, suppressed 0, still open: row");
        assertThat(app.events().await("row close"))
                .containsExactly("row open", "outer saw Taken", "handler", "row close");
    }

    @Test
    void anErrorStatusIsNoFailure() {
        HttpResponse<String> answer = get("/gone", "");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(app.events().await("a close"))
                .containsExactly("a open", "a ready", "handle", "a success", "a outcome: success", "a close");
    }

    @Test
    void whatNeedsNoClosingIsYieldedAsItIs() {
        assertThat(get("/plain", "").body()).isEqualTo("value and closing");
        assertThat(app.events().await("closed last")).containsExactly("onClose", "closed last");
    }

    @Test
    void aScopeCanBeSetAtTheUse() {
        assertThat(get("/early", "").body()).isEqualTo("early");
        assertThat(app.events().list())
                .containsExactly("a open", "a ready", "handle", "a success", "a outcome: success", "a close");
    }

    @Test
    void anErrorIsAFailureLikeAnyOther() {
        assertThat(get("/error-thrown", "").statusCode()).isEqualTo(500);
        assertThat(app.events().await("a close"))
                .containsExactly(
                        "a open",
                        "a ready",
                        "a error: StackOverflowError",
                        "a outcome: failure StackOverflowError",
                        "a close");
    }

    @Test
    void aYieldThatIsNoneIsAFailureThatNamesTheDependency() {
        HttpResponse<String> answer = get("/no-yield", "");

        assertThat(answer.body()).isEqualTo("'Yields.noYield' returned null instead of a Yield");
        assertThat(app.events().await("a close")).contains("a error: IllegalStateException");
    }

    private static HttpResponse<String> get(String path, String failing) {
        return app.get(path + "?failing=" + URLEncoder.encode(failing.replace(';', ','), StandardCharsets.UTF_8));
    }

    @Component
    static class Scripts {

        @Dependency
        static Script script(@Depends Events events, @RequestParam(defaultValue = "") List<String> failing) {
            return new Script(events, failing);
        }
    }

    record Row(String id) {}

    record Note(String text) {}

    static final class Ledger {}

    interface Door extends AutoCloseable {}

    static final class Taken extends RuntimeException {
        Taken(Throwable cause) {
            super("taken", cause);
        }
    }

    @Component
    static class Yields {

        @Dependency
        Yield<String> a(@Depends Script script) {
            return script.yield("a");
        }

        @Dependency
        Yield<String> b(@Depends(name = "a") String a, @Depends Script script) {
            return script.yield("b");
        }

        @Dependency
        Yield<String> r(@Depends Script script) {
            return script.yield("r");
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        Yield<String> f(@Depends(name = "r") String r, @Depends Script script) {
            return script.yield("f");
        }

        @Dependency
        Yield<Row> outer(@Depends Events events) {
            return Yield.of(new Row("outer"))
                    .onError((row, failure) ->
                            events.add("outer saw " + failure.getClass().getSimpleName()));
        }

        @Dependency
        @org.springframework.context.annotation.Primary
        Yield<Row> row(@Depends(name = "outer") Row outer, @Depends Events events) {
            return Yield.open(() -> {
                        events.add("row open");
                        return new Row("row");
                    })
                    .onError((row, failure) -> {
                        throw new Taken(failure);
                    })
                    .onClose(row -> events.add("row close"));
        }

        @Dependency
        Yield<Ledger> checked(@Depends Events events) {
            return Yield.of(new Ledger())
                    .onSuccess(value -> {
                        throw new IOException("disk full");
                    })
                    .onError((value, failure) -> events.add("never"))
                    .onOutcome((value, outcome) ->
                            events.add("error: " + Script.text(outcome.failure().orElseThrow())))
                    .onClose(value -> events.add("close"));
        }

        @Dependency
        Yield<Door> closing(@Depends Events events) {
            return Yield.<Door>closing(() -> events.add("closed last")).onClose(value -> events.add("onClose"));
        }

        @Dependency
        Yield<Optional<Note>> value() {
            return Yield.of(Optional.of(new Note("value")));
        }

        @Dependency
        @Nullable Yield<Runnable> noYield(@Depends(name = "a") String a) {
            return null;
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/two")
        String two(@Depends(name = "b") String b, @Depends(name = "a") String a, @Depends Script script) {
            script.at("handle");
            return "two";
        }

        @GetMapping("/both")
        String both(@Depends(name = "f") String f, @Depends Script script) {
            script.at("handle");
            return "both";
        }

        @GetMapping("/created")
        @ResponseStatus(HttpStatus.CREATED)
        String created(@Depends(name = "a") String a, @Depends Script script) {
            script.at("handle");
            return "created";
        }

        @GetMapping("/gone")
        ResponseEntity<String> gone(@Depends(name = "a") String a, @Depends Script script) {
            script.at("handle");
            return ResponseEntity.status(HttpStatus.GONE).body("gone");
        }

        @GetMapping("/nothing")
        void nothing(@Depends(name = "a") String a, jakarta.servlet.http.HttpServletResponse response) {
            response.setStatus(204);
        }

        @GetMapping("/no-content")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void noContent(@Depends(name = "a") String a) {}

        @GetMapping("/entity")
        ResponseEntity<String> entity(@Depends(name = "a") String a) {
            return ResponseEntity.ok().header("X-From-Entity", "yes").body("entity");
        }

        @GetMapping("/view")
        org.springframework.web.servlet.ModelAndView view(@Depends(name = "a") String a) {
            return new org.springframework.web.servlet.ModelAndView(
                    (model, request, response) -> response.getWriter().write("view"));
        }

        @GetMapping("/direct")
        @Depends(value = Yields.class, name = "a")
        String direct() {
            return "direct";
        }

        @GetMapping("/checked")
        String checked(@Depends Ledger checked) {
            return "checked";
        }

        @GetMapping("/translated")
        String translated(@Depends Row row) {
            throw new IllegalArgumentException("in the endpoint");
        }

        @GetMapping("/plain")
        String plain(@Depends Note value, @Depends Door closing) {
            return value.text() + " and closing";
        }

        @GetMapping("/early")
        String early(@Depends(name = "a", scope = DependencyScope.FUNCTION) String a, @Depends Script script) {
            script.at("handle");
            return "early";
        }

        @GetMapping("/error-thrown")
        String errorThrown(@Depends(name = "a") String a) {
            throw new StackOverflowError("deep");
        }

        @GetMapping("/no-yield")
        String noYield(@Depends Runnable none) {
            return "none";
        }

        @ExceptionHandler
        ResponseEntity<String> failed(Script.Boom boom) {
            return ResponseEntity.internalServerError().body(Script.text(boom));
        }

        @ExceptionHandler
        ResponseEntity<String> failed(IllegalStateException failure) {
            return ResponseEntity.internalServerError().body(failure.getMessage());
        }

        @ExceptionHandler
        ResponseEntity<String> failed(Taken taken, @Depends @Nullable Row row, @Depends @Nullable Events events) {
            events.add("handler");
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(taken.getMessage() + ", caused by "
                            + taken.getCause().getClass().getSimpleName() + ", suppressed "
                            + taken.getSuppressed().length + ", still open: " + (row == null ? "none" : row.id()));
        }
    }
}
