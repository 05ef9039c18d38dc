package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import io.github.depends.fixtures.mixed.Mixed;
import io.github.depends.fixtures.reactive.ReactiveFixture;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** No form of use survives without what serves it. */
class UnservedUsesTests {

    private static final String EXCLUDED =
            "spring.autoconfigure.exclude=io.github.depends.autoconfigure.DependsAutoConfiguration";

    @Test
    void refusesAConfigurerWithoutTheLibrary() {
        assertThat(StartReport.faults(App.failure(EXCLUDED, Access.class, Plain.class, ByLambda.class)))
                .containsExactly("The DependsConfigurer 'guarding' guards nothing, because request dependencies are not"
                        + " part of the application."
                        + " | in bean 'guarding'"
                        + " | => Do not exclude DependsAutoConfiguration.");
    }

    @ParameterizedTest
    @ValueSource(classes = {ByClass.class, NoCandidate.class, OnClass.class, OnParameter.class, Handling.class})
    void refusesEveryFormOfUseWithoutTheLibrary(Class<?> part) {
        assertThat(StartReport.faults(App.failure(EXCLUDED, Access.class, Plain.class, part)))
                .singleElement()
                .asString()
                .contains("request dependencies are not part of the application")
                .endsWith("=> Do not exclude DependsAutoConfiguration.");
    }

    @Test
    void refusesAPackageUseWithoutTheLibrary() {
        assertThat(StartReport.faults(App.failure(EXCLUDED, Mixed.Access.class, Mixed.Pages.class)))
                .singleElement()
                .asString()
                .startsWith("'GET /mixed/page' carries uses, but request dependencies are not part of the application");
    }

    @Test
    void refusesAConfigurerOfTheParentContextWithoutTheLibrary() {
        try (ConfigurableApplicationContext parent = new SpringApplicationBuilder(ByLambda.class)
                .web(WebApplicationType.NONE)
                .run("--spring.main.banner-mode=off")) {
            assertThat(StartReport.faults(App.failureBelow(parent, EXCLUDED, Plain.class)))
                    .singleElement()
                    .asString()
                    .startsWith("The DependsConfigurer 'guarding' guards nothing");
        }
    }

    @Test
    void startsWithoutTheLibraryWhereNothingUsesIt() {
        try (App app = App.start(EXCLUDED, Access.class, Plain.class)) {
            assertThat(app.get("/admin/plain").body()).isEqualTo("plain");
        }
    }

    @Test
    void refusesAConfigurerAndAnExceptionHandlerOfAChildContext() {
        Throwable failure = App.failure(
                "spring.autoconfigure.exclude="
                        + "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration",
                Access.class,
                Plain.class,
                Child.class);
        assertThat(failure)
                .hasStackTraceContaining(
                        "The DependsConfigurer 'guarding' guards nothing, because it belongs to another"
                                + " application context");
        assertThat(failure)
                .hasStackTraceContaining("Handling carries uses, but belongs to another application context");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ByLambda.class,
                ByClass.class,
                OnClass.class,
                OnMethod.class,
                OnParameter.class,
                Inheriting.class,
                Handling.class,
                Declaring.class,
                Mixed.Pages.class
            })
    void refusesEveryFormOfUseInAReactiveApplication(Class<?> part) {
        assertThat(StartReport.faults(reactiveFailure(Access.class, Plain.class, part)))
                .singleElement()
                .asString()
                .containsAnyOf("because this is a reactive application", "but this is a reactive application")
                .endsWith(
                        "=> Serve the application by Spring MVC (spring.main.web-application-type=servlet), which alone"
                                + " is supported, or remove the uses.");
    }

    @Test
    void refusesUsesInAReactiveApplicationWithoutSpringMvc() throws Exception {
        URL[] withoutSpringMvc = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("webmvc"))
                .map(UnservedUsesTests::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(withoutSpringMvc, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Callable<?> application = (Callable<?>) loader.loadClass(ReactiveFixture.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(application.call())
                    .asString()
                    .contains("Pages carries uses, but this is a reactive application");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Test
    void startsAReactiveApplicationWithoutUses() {
        try (ConfigurableApplicationContext context = reactive(Access.class, Plain.class)) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void refusesUsesOfWhatOtherFrameworksCallWithoutAWebServer() {
        assertThat(StartReport.faults(failure(WebApplicationType.NONE, Access.class, Graph.class)))
                .singleElement()
                .asString()
                .startsWith("Graph carries uses, but this is no servlet application");
    }

    @Test
    void startsControllersWithUsesWithoutAWebServer() {
        try (ConfigurableApplicationContext context =
                start(WebApplicationType.NONE, Access.class, OnClass.class, ByLambda.class)) {
            assertThat(context.isActive()).isTrue();
        }
    }

    private static Throwable reactiveFailure(Class<?>... sources) {
        return failure(WebApplicationType.REACTIVE, sources);
    }

    private static ConfigurableApplicationContext reactive(Class<?>... sources) {
        return start(WebApplicationType.REACTIVE, sources);
    }

    private static Throwable failure(WebApplicationType type, Class<?>... sources) {
        try (ConfigurableApplicationContext started = start(type, sources)) {
            throw new AssertionError("The application started: " + started);
        } catch (RuntimeException expected) {
            return expected;
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType type, Class<?>... sources) {
        List<Class<?>> all = new ArrayList<>(List.of(sources));
        all.add(ReactiveFixture.Server.class);
        return new SpringApplicationBuilder(all.toArray(Class<?>[]::new))
                .web(type)
                .logStartupInfo(false)
                .run("--spring.main.banner-mode=off");
    }

    record User(String name) {}

    @Component
    static class Access {

        @Dependency
        User user() {
            return new User("alice");
        }

        @Dependency
        void admin() {}
    }

    @RestController
    static class Plain {

        @GetMapping("/admin/plain")
        String plain() {
            return "plain";
        }
    }

    static class ByLambda {

        @Bean
        DependsConfigurer guarding() {
            return registry -> registry.path("/admin/**").depends(Access.class, "admin");
        }
    }

    @Component
    static class ByClass implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.depends(Access.class, "admin");
        }
    }

    static class NoCandidate {

        @Bean(autowireCandidate = false)
        DependsConfigurer guarding() {
            return registry -> registry.path("/admin/**").depends(Access.class, "admin");
        }
    }

    @RestController
    @Depends(value = Access.class, name = "admin")
    static class OnClass {

        @GetMapping("/on-class")
        void page() {}
    }

    @RestController
    static class OnMethod {

        @Depends(value = Access.class, name = "admin")
        @GetMapping("/on-method")
        void page() {}
    }

    @RestController
    static class OnParameter {

        @GetMapping("/on-parameter")
        void page(@Depends User user) {}
    }

    @Depends(value = Access.class, name = "admin")
    interface Guarded {}

    @RestController
    static class Inheriting implements Guarded {

        @GetMapping("/inheriting")
        void page() {}
    }

    @ControllerAdvice
    static class Handling {

        @ExceptionHandler
        void failed(IllegalStateException thrown, @Depends Optional<User> user) {}
    }

    @Component
    static class Declaring {

        @Dependency
        String name(@Depends User user) {
            return user.name();
        }
    }

    @Controller
    @Depends(value = Access.class, name = "admin")
    static class Graph {

        @QueryMapping
        String books() {
            return "books";
        }
    }

    static class Child {

        @Bean
        ServletRegistrationBean<DispatcherServlet> second(ApplicationContext parent) {
            AnnotationConfigWebApplicationContext child = new AnnotationConfigWebApplicationContext();
            child.setParent(parent);
            child.register(ChildConfiguration.class, ByLambda.class, Handling.class);
            ServletRegistrationBean<DispatcherServlet> registration =
                    new ServletRegistrationBean<>(new DispatcherServlet(child), "/second/*");
            registration.setName("second");
            registration.setLoadOnStartup(1);
            return registration;
        }
    }

    @EnableWebMvc
    static class ChildConfiguration {}
}
