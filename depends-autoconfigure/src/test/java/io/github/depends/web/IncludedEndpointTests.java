package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import io.github.depends.testing.Script;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Endpoints that something without dependencies includes. */
class IncludedEndpointTests {

    private static final int CONNECTIONS = 10;

    @ParameterizedTest
    @CsvSource({"TOMCAT, /servlet", "TOMCAT, /plain", "JETTY, /servlet", "JETTY, /plain"})
    void aPoolIsNotEmptiedByIncludes(Server server, String includer) throws InterruptedException {
        try (App app = server.start()) {
            for (int request = 1; request <= 2 * CONNECTIONS; request++) {
                assertThat(app.get(includer + "/connection").statusCode())
                        .as("request " + request)
                        .isEqualTo(200);
                assertThat(app.bean(Pages.class).awaitRelease()).as("released").isTrue();
            }
        }
    }

    // The container goes on with the includer when the value is there.
    @ParameterizedTest
    @EnumSource
    void anIncludedEndpointThatDeliversLaterSucceeds(Server server) {
        try (App app = server.start()) {
            assertThat(app.get("/plain/later").statusCode()).isEqualTo(200);

            assertThat(app.events().await("a close"))
                    .containsExactly("a open", "a ready", "work", "a success", "a outcome: success", "a close");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIncludedEndpointThatFailsLaterFails(Server server) {
        try (App app = server.start()) {
            app.get("/plain/refused-later"); // an include cannot change the status

            assertThat(app.events().await("a close"))
                    .containsExactly(
                            "a open",
                            "a ready",
                            "a error: ResponseStatusException",
                            "a outcome: failure ResponseStatusException",
                            "a close");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theClientIsToldWhenACallbackOfAnIncludedEndpointFailsLater(Server server) {
        try (App app = server.start()) {
            assertThat(app.get("/plain/uncommitted").statusCode()).isGreaterThanOrEqualTo(400);

            assertThat(app.events().await("b close")).contains("b outcome: failure b success");
        }
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            return App.start(Stream.concat(
                            Stream.of(Pages.class, Servlets.class),
                            this == JETTY ? Stream.of(Jetty.class) : Stream.empty())
                    .toArray());
        }
    }

    private static void include(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(path).include(request, response);
    }

    @RestController
    static class Pages {

        private final Semaphore pool = new Semaphore(CONNECTIONS);
        private final Semaphore released = new Semaphore(0);

        boolean awaitRelease() throws InterruptedException {
            return released.tryAcquire(5, TimeUnit.SECONDS);
        }

        @Dependency
        Yield<String> connection() {
            return Yield.open(() -> {
                        if (!pool.tryAcquire()) {
                            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
                        }
                        return "connection";
                    })
                    .onClose(connection -> {
                        pool.release();
                        released.release();
                    });
        }

        @Dependency
        Yield<String> a(@Depends Events events) {
            return new Script(events, List.of()).yield("a");
        }

        @Dependency
        Yield<String> b(@Depends Events events) {
            return new Script(events, List.of("b success")).yield("b");
        }

        @RequestMapping("/plain/{page}")
        void includes(@PathVariable String page, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            include("/" + page, request, response);
        }

        @GetMapping("/connection")
        String connected(@Depends(name = "connection") String connection) {
            return connection;
        }

        @GetMapping("/later")
        Callable<String> later(@Depends(name = "a") String a, @Depends Events events) {
            return () -> {
                events.add("work");
                return a;
            };
        }

        @GetMapping("/refused-later")
        Callable<String> refused(@Depends(name = "a") String a) {
            return () -> {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            };
        }

        @GetMapping("/uncommitted")
        Callable<String> uncommitted(@Depends(name = "b") String b) {
            return () -> b;
        }
    }

    static class Servlets {

        @Bean
        ServletRegistrationBean<HttpServlet> including() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws ServletException, IOException {
                            include(request.getPathInfo(), request, response);
                        }
                    },
                    "/servlet/*");
        }
    }
}
