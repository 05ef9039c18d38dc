package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a bean of Spring's request scope sees of a request, for the comparison in the documentation. */
class RequestScopeComparisonTests {

    private static final Map<Server, App> APPS = new EnumMap<>(Server.class);

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            TOMCAT | /value                  | 200 | handle, created, used, destroyed after the first byte
            JETTY  | /value                  | 200 | handle, created, used, destroyed after the first byte
            TOMCAT | /json                   | 200 | handle, created, used, destroyed before the first byte
            JETTY  | /json                   | 200 | handle, created, used, destroyed before the first byte
            TOMCAT | /fails                  | 409 | handle, created, used, destroyed after the first byte
            JETTY  | /fails                  | 409 | handle, created, used, destroyed after the first byte
            TOMCAT | /unwritable             | 500 | handle, created, used, destroyed after the first byte
            JETTY  | /unwritable             | 500 | handle, created, used, destroyed after the first byte
            TOMCAT | /unused                 | 200 | handle
            JETTY  | /unused                 | 200 | handle
            TOMCAT | /value?number=x         | 400 | ''
            JETTY  | /value?number=x         | 400 | ''
            TOMCAT | /value?broken=creation  | 500 | handle, created
            JETTY  | /value?broken=creation  | 500 | handle, created
            TOMCAT | /value?broken=commit    | 200 | handle, created, used, destroyed after the first byte
            JETTY  | /value?broken=commit    | 200 | handle, created, used, destroyed after the first byte
            TOMCAT | /callable               | 200 | handle, created, used, destroyed before the first byte, work, used
            JETTY  | /callable               | 200 | handle, created, used, destroyed before the first byte, work, used
            TOMCAT | /stream                 | 200 | handle, created, used, destroyed before the first byte, work, used
            JETTY  | /stream                 | 200 | handle, created, used, destroyed before the first byte, work, used
            TOMCAT | /future                 | 500 | handle, created, used, destroyed before the first byte, work
            JETTY  | /future                 | 500 | handle, created, used, destroyed before the first byte, work
            """)
    void isDestroyedTooEarlyAndWithoutOutcome(Server server, String path, int status, String events) {
        App app = APPS.computeIfAbsent(server, Server::start);
        app.events().clear();

        HttpResponse<String> answer = app.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        app.events().awaitEnd();
        assertThat(String.join(", ", app.events().list())).isEqualTo(events);
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            return this == JETTY
                    ? App.start(Pages.class, Resource.class, Jetty.class)
                    : App.start(Pages.class, Resource.class);
        }
    }

    /** As one would write a connection of the request. */
    @Component
    @RequestScope
    static class Resource {

        private final Events events;

        Resource(Events events) {
            this.events = events;
            events.add("created");
            if ("creation".equals(broken())) {
                throw new IllegalStateException("no connection");
            }
        }

        void use() {
            events.add("used");
        }

        @PreDestroy
        void commit() {
            HttpServletResponse response = attributes().getResponse();
            events.add("destroyed " + (response != null && response.isCommitted() ? "after" : "before")
                    + " the first byte");
            if ("commit".equals(broken())) {
                throw new IllegalStateException("commit refused");
            }
        }

        private static String broken() {
            return attributes().getRequest().getParameter("broken");
        }

        private static ServletRequestAttributes attributes() {
            return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        }
    }

    @ResponseStatus(HttpStatus.CONFLICT)
    static final class Conflict extends RuntimeException {}

    @RestController
    static class Pages {

        private final Resource resource;
        private final Events events;

        Pages(Resource resource, Events events) {
            this.resource = resource;
            this.events = events;
        }

        @GetMapping("/value")
        String value(@RequestParam(defaultValue = "1") int number) {
            events.add("handle");
            resource.use();
            return "value";
        }

        @GetMapping("/json")
        Map<String, String> json() {
            value(1);
            return Map.of("text", "x".repeat(3000));
        }

        @GetMapping("/unwritable")
        LifePages.BrokenItem unwritable() {
            value(1);
            return new LifePages.BrokenItem();
        }

        @GetMapping("/unused")
        String unused() {
            events.add("handle");
            return "unused";
        }

        @GetMapping("/fails")
        String fails() {
            value(1);
            throw new Conflict();
        }

        @GetMapping("/callable")
        Callable<String> callable() {
            value(1);
            return this::later;
        }

        @GetMapping("/future")
        CompletableFuture<String> future() {
            value(1);
            return CompletableFuture.supplyAsync(this::later);
        }

        @GetMapping("/stream")
        StreamingResponseBody stream() {
            value(1);
            return body -> write(body);
        }

        private void write(java.io.OutputStream body) throws IOException {
            body.write(later().getBytes(StandardCharsets.UTF_8));
        }

        private String later() {
            events.await("destroyed before the first byte");
            events.add("work");
            resource.use();
            return "later";
        }
    }
}
