package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tries to reach what lies under {@code /admin/**} without its guard, by writing the path in other ways. */
class BypassTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Configuration.class,
                Lock.class,
                Admin.class,
                "server.servlet.context-path=/ctx",
                "spring.mvc.servlet.path=/api",
                "spring.mvc.hiddenmethod.filter.enabled=true");
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
    @ValueSource(
            strings = {
                "/ctx/api/admin/users/1",
                "/ctx/api/ADMIN/users/1",
                "/ctx/api/admin/USERS/1",
                "/ctx/api/%61dmin/users/1",
                "/ctx/api/%41dmin/users/1",
                "/ctx/api/admin%2Fusers/1",
                "/ctx/api/admin%252Fusers/1",
                "/ctx/api/admin;v=1/users/1",
                "/ctx/api/;v=1/admin/users/1",
                "/ctx/api/admin/;v=1/users/1",
                "/ctx/api/admin%3Bv=1/users/1",
                "/ctx;v=1/api/admin/users/1",
                "/ctx/api//admin/users/1",
                "/ctx/api/admin//users/1",
                "/ctx/api/./admin/users/1",
                "/ctx/api/%2e/admin/users/1",
                "/ctx/api/open/../admin/users/1",
                "/ctx/api/open/%2e%2e/admin/users/1",
                "/ctx/api/open/..;/admin/users/1",
                "/ctx/api/open/..%2Fadmin/users/1",
                "/ctx/api/admin/users/1/",
                "/ctx/api/admin/users/1.json",
                "/ctx/api/admin/users/1%00",
                "/ctx/api/admin/users/%2e%2e",
                "/ctx/api/admin/users/1?path=/open",
                "/ctx/api/admin/users/1#/open",
                "/ctx/api/admin\\users\\1",
                "/ctx/api/admin/users",
                "/ctx/api/Admin/users",
                "/ctx/api/admin/files/a/b/c",
                "/ctx/api/admin/open",
                "/ctx/api/admin/reg/7",
                "/ctx/api/public/stats",
                "/ctx/api/admin/stats",
                "/ctx/api/x/secret/y",
                "/ctx/api/admin",
                "/ctx/api/admin/"
            })
    void neverHandlesWhatTheGuardHasNotSeen(String path) throws IOException {
        for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS", "TRACE", "PROPFIND"}) {
            String answer = raw(method, path);
            assertThat(app.events().list()).doesNotContain("handle");
            if (method.equals("GET")) {
                assertThat(answer).matches("HTTP/1.1 (400|403|404|405|500) .*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ctx/api;v=1/admin/users/1", "/ctx//api/admin/users/1", "//ctx/api/admin/users/1"})
    void handlesNothingWhereSpringCannotTellTheServletPath(String path) throws IOException {
        assertThat(raw("GET", path)).matches("HTTP/1.1 (400|500) .*");
        assertThat(app.events().list()).isEmpty();
    }

    @Test
    void handlesWhatIsOpen() throws IOException {
        assertThat(raw("GET", "/ctx/api/open/x")).startsWith("HTTP/1.1 200");
        assertThat(app.events().list()).containsExactly("handle");
    }

    @Test
    void readsTheVariablesOfThePathItGuards() throws IOException {
        assertThat(raw("GET", "/ctx/api/open/matrix;v=1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void isNotFooledByHeadersThatNameAnotherPath() {
        assertThat(app.get(
                                "/ctx/api/admin/users/1",
                                "X-Original-URL",
                                "/open/x",
                                "X-Rewrite-URL",
                                "/open/x",
                                "X-Forwarded-Prefix",
                                "/open",
                                "X-HTTP-Method-Override",
                                "OPTIONS")
                        .statusCode())
                .isEqualTo(403);
        assertThat(app.send(
                                "POST",
                                "/ctx/api/admin/users/1",
                                "_method=DELETE",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(405);
        assertThat(app.events().list()).containsExactly("locked");
    }

    // A client that sends the path as it is.
    private static String raw(String method, String path) throws IOException {
        try (Socket socket = new Socket("localhost", app.port())) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("nothing");
        }
    }

    static class Configuration implements WebMvcConfigurer {

        @Bean
        DependsConfigurer lock() {
            return registry -> registry.path("/admin/**").depends(Lock.class);
        }

        @Override
        public void configurePathMatch(PathMatchConfigurer configurer) {
            PathPatternParser parser = new PathPatternParser();
            parser.setCaseSensitive(false);
            configurer.setPatternParser(parser);
        }
    }

    @Component
    static class Lock {

        @Dependency
        void check(@Depends Events events) {
            events.add("locked");
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @RestController
    static class Admin {

        @GetMapping("/Admin/Users/{id}")
        String user(@PathVariable String id) {
            return handle();
        }

        @GetMapping("/{area}/users")
        String users(@PathVariable String area) {
            return handle();
        }

        @GetMapping({"/{area}/files/{*rest}", "/public/stats", "/admin/stats"})
        String several() {
            return handle();
        }

        @GetMapping("/{area:[a-z]+}/open")
        String variableWithPattern() {
            return handle();
        }

        @GetMapping("/admin/reg/{id:[^.]+}")
        String slashInPattern() {
            return handle();
        }

        @GetMapping("/**/secret/{x}")
        String anywhere() {
            return handle();
        }

        @GetMapping("/adm?n")
        String questionMark() {
            return handle();
        }

        @GetMapping("/admin/")
        String slash() {
            return handle();
        }

        @GetMapping("/open/x")
        String open() {
            return handle();
        }

        @GetMapping("/open/{matrix}")
        String matrix(@MatrixVariable(pathVar = "matrix", required = false) String v) {
            return handle();
        }

        private String handle() {
            app.events().add("handle");
            return "handled";
        }
    }
}
