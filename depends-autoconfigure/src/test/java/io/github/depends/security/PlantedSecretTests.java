package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.testing.App;
import io.github.depends.testing.Planted;
import io.github.depends.testing.Raw;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credentials are in nothing that is written, whatever goes wrong with a request. */
class PlantedSecretTests {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private App app;

    @BeforeEach
    void start() {
        app = App.start(Schemes.class, Doors.class, Controller.class);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
        app.close();
    }

    @Test
    void staysOutOfAnswersAndLogs() {
        for (String path : List.of(
                "fine",
                "refused",
                "failing",
                "constrained",
                "nothing",
                "unclosed",
                "task",
                "wrong?limit=x",
                "broken")) {
            Raw answer = Raw.send(
                    app.port(),
                    "GET",
                    "/" + path + (path.contains("?") ? "&" : "?") + "key=" + Planted.SECRET,
                    "",
                    "Authorization: Bearer " + Planted.SECRET,
                    "X-Key: " + Planted.SECRET,
                    "X-Authorization: Basic " + basic(),
                    "Cookie: key=" + Planted.SECRET);
            assertThat(answer.status()).as(path).isNotEqualTo(404);
            Planted.notIn(answer.body());
            Planted.notIn(answer.headers().toString());
        }
        app.close();
        assertThat(logged()).contains("Cannot close", "The task is stuck", "breaks its constraints");
        Planted.notIn(logged());
    }

    @Test
    void staysOutOfGraphAndDocument() {
        app.get("/fine?key=" + Planted.SECRET, "Authorization", "Bearer " + Planted.SECRET);
        DependencyGraph graph = app.bean(DependencyGraph.class);
        Planted.notIn(graph + " " + graph.endpoints());
        Planted.notIn(app.get("/v3/api-docs").body());
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString(("user:" + Planted.SECRET).getBytes(StandardCharsets.UTF_8));
    }

    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }

        @Bean
        ApiKey header() {
            return ApiKey.header("X-Key");
        }

        @Bean
        ApiKey query() {
            return ApiKey.query("key");
        }

        @Bean
        ApiKey cookie() {
            return ApiKey.cookie("key");
        }
    }

    record Keys(
            @Depends(HttpBearer.class) String token,
            @Depends(value = ApiKey.class, name = "header") String header,
            @Depends(value = ApiKey.class, name = "query") String query,
            @Depends(value = ApiKey.class, name = "cookie") String cookie) {}

    record Opened(BasicCredentials credentials) {}

    @Component
    static class Doors {

        @Dependency(name = "refused")
        String refused(@Depends Keys keys) {
            throw new NotAuthenticatedException("Bearer error=\"invalid_token\"");
        }

        @Dependency(name = "failing")
        String failing(@Depends Keys keys) {
            throw new IllegalStateException("The door is stuck");
        }

        @Dependency(name = "nothing")
        @Nullable String nothing(@Depends Keys keys) {
            return null;
        }

        @Dependency
        Yield<Opened> unclosed(@Depends Keys keys) {
            return Yield.of(new Opened(new BasicCredentials("user", keys.token())))
                    .onClose(opened -> {
                        throw new IllegalStateException("Cannot close " + opened);
                    });
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/fine")
        String fine(@Depends Keys keys) {
            return "in";
        }

        @GetMapping("/refused")
        String refused(@Depends(name = "refused") String never) {
            return "in";
        }

        @GetMapping("/failing")
        String failing(@Depends(name = "failing") String never) {
            return "in";
        }

        @GetMapping("/constrained")
        String constrained(@Depends(HttpBearer.class) @Size(max = 3) String token) {
            return "in";
        }

        @GetMapping("/nothing")
        String nothing(@Depends(name = "nothing") String never) {
            return "in";
        }

        @GetMapping("/unclosed")
        String unclosed(@Depends Opened opened) {
            return "in";
        }

        @GetMapping("/task")
        String task(@Depends Keys keys, BackgroundTasks tasks) {
            tasks.add(() -> {
                throw new IllegalStateException("The task is stuck");
            });
            return "in";
        }

        @GetMapping("/wrong")
        String wrong(@Depends Keys keys, @RequestParam int limit) {
            return "in";
        }

        @GetMapping("/broken")
        String broken(@Depends Keys keys) {
            throw new IllegalStateException("The endpoint is stuck");
        }
    }
}
