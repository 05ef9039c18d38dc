package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Exception handlers with uses, forwards, includes, and parts that are read early. */
@ExtendWith(OutputCaptureExtension.class)
class AroundTheEndpointTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Values.class, Endpoints.class, Handlers.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @Test
    void givesExceptionHandlersWhatIsStillOpen() {
        assertThat(app.get("/fails").body()).isEqualTo("request still-open, function null, never empty");
        assertThat(app.events().await("close request"))
                .containsExactly("open request", "open function", "close function", "handler", "close request");
    }

    @Test
    void resolvesNothingForAnExceptionHandler() {
        assertThat(app.get("/fails-early").body()).isEqualTo("request null, function null, never empty");
        assertThat(app.get("/fails-plain").body()).isEqualTo("request null, function null, never empty");
        assertThat(app.events().list()).containsExactly("handler", "handler");
    }

    @Test
    void runsThePlanOfWhereARequestIsForwardedTo() {
        assertThat(app.get("/forward").statusCode()).isEqualTo(403);
        assertThat(app.events().list()).containsExactly("check forward", "check locked");
        app.events().clear();
        assertThat(app.get("/forward-view").statusCode()).isEqualTo(403);
        assertThat(app.events().list()).containsExactly("check forward-view", "check locked");
        app.events().clear();
        assertThat(app.get("/include?n=1").body()).isEqualTo("included 2");
        assertThat(app.events().list()).containsExactly("n 1", "n 2");
    }

    @Test
    void warnsWherePartsAreReadBeforeGuards(CapturedOutput output) {
        try (App early = App.start(Values.class, Uploads.class, "spring.servlet.multipart.resolve-lazily=false")) {
            assertThat(early.port()).isPositive();
        }
        assertThat(output)
                .contains(
                        "Before the guards of 1 endpoint run ('POST /upload'), Spring MVC reads the body of some requests")
                .contains("(set spring.servlet.multipart.resolve-lazily=true)");
        int warned = output.getAll().length();
        try (App lazy = App.start(Values.class, Uploads.class)) {
            assertThat(lazy.port()).isPositive();
        }
        assertThat(output.getAll().substring(warned)).doesNotContain("Before the guards of");
    }

    record OfRequest(String text) {}

    record OfFunction(String text) {}

    record Never(String text) {}

    record Number(int n) {}

    static class FailedException extends RuntimeException {}

    @Component
    static class Values {

        @Dependency
        Yield<OfRequest> ofRequest(@Depends Events events) {
            events.add("open request");
            return Yield.of(new OfRequest("still-open")).onClose(value -> events.add("close request"));
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        Yield<OfFunction> ofFunction(@Depends Events events) {
            events.add("open function");
            return Yield.of(new OfFunction("closed")).onClose(value -> events.add("close function"));
        }

        @Dependency
        Never never() {
            return new Never("never");
        }

        @Dependency
        Number number(@RequestParam int n, @Depends Events events) {
            events.add("n " + n);
            return new Number(n);
        }

        @Dependency(name = "check")
        void check(HttpServletRequest request, @Depends Events events) {
            String path = request.getRequestURI().substring(1);
            events.add("check " + path);
            if (path.equals("locked")) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
    }

    @RestController
    static class Endpoints {

        @GetMapping("/fails")
        String fails(@Depends OfRequest ofRequest, @Depends OfFunction ofFunction) {
            throw new FailedException();
        }

        @GetMapping("/fails-plain")
        String failsPlain() {
            throw new FailedException();
        }

        @GetMapping("/fails-early")
        String failsEarly(@Depends Failing failing, @Depends OfRequest ofRequest) {
            return "";
        }

        @GetMapping("/forward")
        @Depends(value = Values.class, name = "check")
        void forward(HttpServletRequest request, HttpServletResponse response) throws Exception {
            RequestDispatcher dispatcher = request.getRequestDispatcher("/locked");
            dispatcher.forward(request, response);
        }

        @GetMapping("/forward-view")
        @Depends(value = Values.class, name = "check")
        ModelAndView forwardView() {
            return new ModelAndView("forward:/locked");
        }

        @GetMapping("/locked")
        @Depends(value = Values.class, name = "check")
        String locked() {
            return "locked";
        }

        @GetMapping("/include")
        void include(@Depends Number number, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            request.getRequestDispatcher("/included?n=" + (number.n() + 1)).include(request, response);
        }

        @GetMapping("/included")
        String included(@Depends Number number) {
            return "included " + number.n();
        }
    }

    record Failing(@Depends Never never) {

        Failing {
            throw new FailedException();
        }
    }

    @RestControllerAdvice
    static class Handlers {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.CONFLICT)
        String failed(
                FailedException thrown,
                @Depends @Nullable OfRequest ofRequest,
                @Depends @Nullable OfFunction ofFunction,
                @Depends Optional<Number> never) {
            app.events().add("handler");
            return "request " + (ofRequest == null ? null : ofRequest.text()) + ", function "
                    + (ofFunction == null ? null : ofFunction.text()) + ", never "
                    + never.map(Number::toString).orElse("empty");
        }
    }

    @RestController
    static class Uploads {

        @Depends(value = Values.class, name = "check")
        @PostMapping("/upload")
        String upload(@RequestParam MultipartFile file) {
            return "uploaded";
        }
    }
}
