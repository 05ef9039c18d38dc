package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Script;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where a request ends with {@code sendError} or an exception, but there is no error page. */
class MissingErrorPageTests {

    @ParameterizedTest
    @CsvSource({
        "TOMCAT, /refused, 409, ResponseStatusException",
        "TOMCAT, /thrown, 500, b",
        "TOMCAT, /refused-later, 409, ResponseStatusException",
        "TOMCAT, /thrown-later, 500, b",
        "UNKNOWN, /refused, 409, ResponseStatusException",
        "UNKNOWN, /thrown, 500, b"
    })
    void everyYieldIsClosed(Server server, String path, int status, String failure) {
        try (App app = server.start()) {
            assertThat(app.get(path).statusCode()).isEqualTo(status);

            assertThat(app.events().await("a close"))
                    .containsExactly(
                            "a open", "a ready", "a error: " + failure, "a outcome: failure " + failure, "a close");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListenerIsAddedWhereTheServerDoesNotTellOtherwise(Server server) {
        try (App app = server.start()) {
            TomcatWebServer tomcat =
                    (TomcatWebServer) ((ServletWebServerApplicationContext) app.context()).getWebServer();
            StandardContext context =
                    (StandardContext) tomcat.getTomcat().getHost().findChildren()[0];

            assertThat(context.getApplicationEventListeners())
                    .filteredOn(listener -> listener.getClass().getName().startsWith(Release.class.getName()))
                    .hasSize(server == Server.UNKNOWN ? 1 : 0);
        }
    }

    enum Server {
        TOMCAT(() -> App.start(
                "spring.autoconfigure.exclude="
                        + "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
                FiltersAroundTests.Pages.class,
                LaterPages.class)),
        UNKNOWN(() -> App.start(FiltersAroundTests.Pages.class, UnknownServer.class));

        private final Supplier<App> starter;

        Server(Supplier<App> starter) {
            this.starter = starter;
        }

        App start() {
            return starter.get();
        }
    }

    /** A server that Spring Boot hands no customizers, as one it does not know or one that a WAR is deployed on. */
    static class UnknownServer {

        @Bean
        ServletWebServerFactory server() {
            TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
            return tomcat::getWebServer;
        }
    }

    @RestController
    static class LaterPages {

        @GetMapping("/refused-later")
        Callable<String> refused(@Depends(name = "a") String a) {
            return () -> {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            };
        }

        @GetMapping("/thrown-later")
        Callable<String> thrown(@Depends(name = "a") String a) {
            return () -> {
                throw new Script.Boom("b");
            };
        }
    }
}
