package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Jetty;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** What an error page forwards to is guarded, and so is what a mapping without patterns gives behind a forward. */
class ErrorForwardTests {

    private static final Map<String, App> APPS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        APPS.put("Tomcat", App.start(Checks.class, Configured.class, Errors.class, Pages.class));
        APPS.put("Jetty", App.start(Checks.class, Configured.class, Errors.class, Pages.class, Jetty.class));
    }

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
    }

    private static App on(String server) {
        App app = APPS.get(server);
        app.events().clear();
        return app;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomcat", "Jetty"})
    void whatAnErrorControllerForwardsToOrIncludesIsGuarded(String server) {
        for (String path : List.of("/nonexistent", "/gone/forward", "/gone/include", "/gone/servlet", "/gone/twice")) {
            App app = on(server);
            assertThat(app.get(path).body()).as(path).doesNotContain("home");
            assertThat(app.events().await("check refused")).as(path).doesNotContain("home");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomcat", "Jetty"})
    void theErrorControllerItselfRunsNoUsesOfConfiguration(String server) {
        App app = on(server);
        assertThat(app.get("/gone/plain").body()).isEqualTo("sorry");
        assertThat(app.events().list()).containsExactly("own check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomcat", "Jetty"})
    void anErrorPageOfTheServerRunsNoUsesOfConfiguration(String server) {
        App app = on(server);
        assertThat(app.get("/teapot").body()).isEqualTo("teapot page");
        assertThat(app.events().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomcat", "Jetty"})
    void aMappingThatSetsNoPatternIsRefusedWhenAskedDirectlyAndBehindAForward(String server) {
        App app = on(server);
        assertThat(app.get("/app/custom").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(app.get("/forwarding").body()).doesNotContain("home");
        assertThat(app.events().list()).doesNotContain("home");
    }

    static class Checks {

        @Dependency
        void refuse(@Depends Events events) {
            events.add("check refused");
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static class OwnCheck {

        @Dependency
        void note(@Depends Events events) {
            events.add("own check");
        }
    }

    static class Configured {

        @Bean
        OwnCheck ownCheck() {
            return new OwnCheck();
        }

        @Bean
        DependsConfigurer everything() {
            return registry -> {
                registry.path("/app/**").depends(Checks.class).uncovered("/**");
                registry.path("/error").depends(Checks.class).uncovered("/**");
            };
        }

        @Bean
        ErrorPageRegistrar teapot() {
            return registry -> registry.addErrorPages(new ErrorPage(HttpStatus.I_AM_A_TEAPOT, "/app/teapot"));
        }

        @Bean
        ServletRegistrationBean<HttpServlet> forwardingServlet() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void service(HttpServletRequest request, HttpServletResponse response)
                                throws ServletException, IOException {
                            request.getRequestDispatcher("/app/home").forward(request, response);
                        }
                    },
                    "/servlet");
        }

        @Bean
        HandlerMapping custom(Pages pages) {
            return new WithoutPattern(pages);
        }
    }

    /** Gives a handler, and says nothing of a pattern. */
    static class WithoutPattern implements HandlerMapping, Ordered {

        private final Pages pages;

        WithoutPattern(Pages pages) {
            this.pages = pages;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public HandlerExecutionChain getHandler(HttpServletRequest request) throws Exception {
            return request.getRequestURI().equals("/app/custom")
                    ? new HandlerExecutionChain(new HandlerMethod(pages, Pages.class.getDeclaredMethod("home")))
                    : null;
        }
    }

    @Controller
    static class Errors implements ErrorController {

        @Depends(OwnCheck.class)
        @RequestMapping("/error")
        Object error(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
            String path = String.valueOf(request.getAttribute("jakarta.servlet.error.request_uri"));
            switch (path) {
                case "/gone/plain":
                    response.getWriter().write("sorry");
                    return null;
                case "/gone/include":
                    request.getRequestDispatcher("/app/home").include(request, response);
                    return null;
                case "/gone/servlet":
                    return "forward:/servlet";
                case "/gone/twice":
                    return "forward:/elsewhere";
                default:
                    return "forward:/app/home";
            }
        }
    }

    @Controller
    static class Pages {

        private final Events events;

        Pages(Events events) {
            this.events = events;
        }

        @ResponseBody
        @RequestMapping("/app/home")
        String home() {
            events.add("home");
            return "home";
        }

        @ResponseBody
        @RequestMapping("/app/teapot")
        String teapotPage() {
            return "teapot page";
        }

        @GetMapping("/teapot")
        void teapot(HttpServletResponse response) throws IOException {
            response.sendError(418);
        }

        @GetMapping({"/gone/plain", "/gone/forward", "/gone/include", "/gone/servlet", "/gone/twice"})
        void gone(HttpServletResponse response) throws IOException {
            response.sendError(410);
        }

        @RequestMapping("/elsewhere")
        String elsewhere() {
            return "forward:/app/home";
        }

        @GetMapping("/forwarding")
        String forwarding() {
            return "forward:/app/custom";
        }
    }
}
