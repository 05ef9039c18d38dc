package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import io.github.depends.Exempt;
import io.github.depends.fixtures.levels.Noted;
import io.github.depends.fixtures.levels.Noting;
import io.github.depends.fixtures.levels.inner.Steps;
import io.github.depends.graph.InvalidDependencyGraphException;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.web.detection.ApplicationCatalog;
import jakarta.servlet.http.HttpServletRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

class LevelTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Noting.class,
                Steps.Controller.class,
                Steps.Answers.class,
                ByLambda.class,
                ByClass.class,
                Checks.class,
                Open.class,
                Errors.class,
                Narrow.class,
                Typed.class,
                Answers.class,
                Proxied.class,
                Proxies.class,
                Routes.class,
                "management.endpoints.web.exposure.include=health");
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
    void runsLevelsFromTheOutermostInwards() {
        assertThat(app.get("/levels/all").body()).isEqualTo("all");
        assertThat(app.events().list())
                .containsExactly(
                        "application",
                        "path /levels/**",
                        "path /{any}/all",
                        "outer package",
                        "inner package",
                        "super-interface",
                        "interface",
                        "super-class",
                        "class",
                        "method",
                        "first",
                        "second",
                        "handle");
    }

    @Test
    void inheritsUsesOfInterfaceMethodsAndTheirParameters() {
        assertThat(app.get("/levels/inherited?q=!").body()).isEqualTo("yes!");
        assertThat(app.events().list()).endsWith("class", "interface method");
    }

    @Test
    void inheritsUsesOfMethodsOfInterfacesThatAnInterfaceExtends() {
        assertThat(app.get("/narrow").body()).isEqualTo("narrow");
        assertThat(app.events().list()).containsExactly("application", "method of the wider interface");
    }

    @Test
    void inheritsUsesOfGenericMethods() {
        assertThat(app.get("/typed?q=1").body()).isEqualTo("typed 1");
        assertThat(app.events().list()).containsExactly("application", "default method of a generic interface");
        assertThat(app.get("/generic").body()).isEqualTo("same 42");
    }

    @Test
    void exemptsFromWhatIsInheritedAndNothingElse() {
        assertThat(app.get("/levels/exempt").body()).isEqualTo("exempt");
        assertThat(app.events().list()).containsExactly("path /levels/**", "method", "handle");
        app.events().clear();
        assertThat(app.get("/levels/exempt-dependency").body()).isEqualTo("yes");
        assertThat(app.events().list()).containsExactly("path /levels/**", "handle");
        app.events().clear();
        assertThat(app.get("/open/all").body()).isEqualTo("open");
        assertThat(app.events().list()).containsExactly("path /{any}/all");
    }

    @Test
    void coversControllersBehindProxiesOfInterfaces() {
        assertThat(app.get("/proxied").body()).isEqualTo("proxied");
        assertThat(app.events().list()).containsExactly("application", "proxied class");
    }

    @Test
    void runsOnlyWhatIsWrittenOnTheErrorControllerInAnErrorDispatch() {
        assertThat(app.get("/nowhere").body()).isEqualTo("error 404");
        assertThat(app.events().list()).containsExactly("error controller");
        app.events().clear();
        assertThat(app.get("/error").body()).isEqualTo("error null");
        assertThat(app.events().list()).containsExactly("application", "error controller");
    }

    @Test
    void listsWhatIsNotCoveredAndWhatIsExempted() {
        assertThat(app.bean(ApplicationCatalog.class).coverage().lines())
                .contains(
                        "Exempted: GET /levels/exempt from Noted",
                        "Exempted: GET /levels/exempt-dependency from Noting",
                        "Exempted: GET /open/all from Noted",
                        "Partly under '/{any}/all', covered as a whole: GET /both/{x}|/{y}/all");
        assertThat(app.bean(ApplicationCatalog.class).coverage().uncovered())
                .anyMatch(line -> line.startsWith("Not covered by application and path uses: GET /actuator"))
                .anyMatch(line -> line.startsWith("Not covered by application and path uses: /webjars/**"))
                .anyMatch(line -> line.equals("Not covered by application and path uses: functional routes /levels/fn"))
                .anyMatch(line -> line.contains("/v3/api-docs"));
        assertThat(app.bean(ApplicationCatalog.class).coverage().warnings()).isEmpty();
        assertThat(app.get("/levels/fn").body()).isEqualTo("fn");
        assertThat(app.events().list()).isEmpty();
    }

    @Test
    void refusesWhatWouldProtectNothing() {
        Throwable failure = App.failure(Noting.class, Useless.class, Open.class, Nothing.class, Checks.class);
        assertThat(failure).hasRootCauseInstanceOf(InvalidDependencyGraphException.class);
        assertThat(failure.getMessage())
                .contains("@Exempt(Checks.class) on")
                .contains("The path pattern '/admins/a/b/**' covers no endpoint")
                .contains("is the Spring bean")
                .contains("protects nothing, because the method is no endpoint")
                .contains("The path pattern '/{' cannot be read");
    }

    @Component
    @Order(1)
    static class ByClass implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.depends(Noted.class);
            registry.path("/levels/**").depends(Checks.class, "levels").uncovered("/levels/fn");
        }
    }

    static class ByLambda {

        @Bean
        @Order(2)
        DependsConfigurer other() {
            return registry -> registry.path("/{any}/all").depends(Checks.class, "all");
        }
    }

    @Component
    static class Checks {

        @Dependency
        void levels(@Depends Events events) {
            events.add("path /levels/**");
        }

        @Dependency
        void all(@Depends Events events) {
            events.add("path /{any}/all");
        }
    }

    @RestController
    static class Open {

        @Exempt(Noted.class)
        @GetMapping("/open/all")
        String all() {
            return "open";
        }

        @GetMapping({"/both/{x}", "/{y}/all"})
        String both() {
            return "both";
        }
    }

    interface WideApi {

        @GetMapping("/narrow")
        @Noted("method of the wider interface")
        String get();
    }

    interface NarrowApi extends WideApi {}

    @RestController
    static class Narrow implements NarrowApi {

        @Override
        public String get() {
            return "narrow";
        }
    }

    interface GenericApi<T> {

        @Noted("default method of a generic interface")
        default String get(@RequestParam T q) {
            return "default";
        }
    }

    abstract static class Generic<T> implements GenericApi<T> {

        @GetMapping("/generic")
        String same(@Depends T value) {
            return "same";
        }
    }

    @RestController
    static class Typed extends Generic<Integer> {

        @Override
        @GetMapping("/typed")
        public String get(@RequestParam Integer q) {
            return "typed " + q;
        }

        @Override
        @GetMapping("/generic")
        String same(@Depends(Answers.class) Integer value) {
            return "same " + value;
        }
    }

    @Component
    static class Answers {

        @Dependency
        Integer answer() {
            return 42;
        }
    }

    @RestController
    @Noted("error controller")
    static class Errors implements ErrorController {

        @RequestMapping("/error")
        String error(HttpServletRequest request) {
            return "error " + request.getAttribute("jakarta.servlet.error.status_code");
        }
    }

    @RestController
    interface ProxiedApi {

        @GetMapping("/proxied")
        String get();
    }

    @Noted("proxied class")
    static class Proxied implements ProxiedApi {

        @Override
        public String get() {
            return "proxied";
        }
    }

    static class Proxies {

        @Bean
        static BeanPostProcessor proxies() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (!(bean instanceof Proxied)) {
                        return bean;
                    }
                    ProxyFactory factory =
                            new ProxyFactory(ProxiedApi.class, (MethodInterceptor) call -> call.proceed());
                    factory.setTarget(bean);
                    return factory.getProxy();
                }
            };
        }
    }

    static class Routes {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/levels/fn", request -> ServerResponse.ok().body("fn"))
                    .build();
        }
    }

    static class Useless {

        @Bean
        DependsConfigurer useless() {
            return registry -> {
                registry.depends(Noted.class);
                registry.path("/admins/a/b/**").depends(Checks.class, "all");
                registry.path("/{").depends(Checks.class, "all");
            };
        }
    }

    @RestController
    static class Nothing {

        @Exempt(value = Checks.class, name = "all")
        @Depends(Events.class)
        @GetMapping("/nothing")
        ResponseEntity<Void> nothing() {
            return ResponseEntity.noContent().build();
        }

        @Noted("helper")
        String helper() {
            return "";
        }
    }
}
