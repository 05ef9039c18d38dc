package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.StartReport;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class NeverBySpringAloneTests {

    private static final String ON_TOMCAT = "spring.autoconfigure.exclude="
            + "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration,"
            + "org.springframework.boot.jetty.autoconfigure.actuate.web.server.JettyServletManagementContextAutoConfiguration";

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Access.class, Home.class, Configured.class, Direct.class, SecondServlet.class);
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
    void neverTakesAUserFromTheQuery() {
        assertThat(app.get("/me?name=eve&admin=true&user.admin=true&user=eve").body())
                .isEqualTo("alice false");
        assertThat(app.send("POST", "/me", "name=eve&admin=true", "Content-Type", "application/x-www-form-urlencoded")
                        .body())
                .isEqualTo("alice false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameter", "routeLevel", "onClass", "planned"})
    void refusesMappingsRegisteredAtRunTime(String handler) {
        register("/late/" + handler, new Late(app.events()), handler);
        refused(app.get("/late/" + handler + "?admin=true"), "carries a request dependency but was mapped");
    }

    @Test
    void refusesAMappingRegisteredAtRunTimeUnderAProtectedPath() {
        register("/protected/late", new Plain(app.events()), "plain");
        register("/{area}/anywhere", new Plain(app.events()), "plain");
        register("/open", new Plain(app.events()), "plain");

        refused(app.get("/protected/late"), "carries a request dependency but was mapped");
        refused(app.get("/protected/anywhere"), "carries a request dependency but was mapped");
        assertThat(app.get("/open").body()).isEqualTo("handled");
    }

    @Test
    void refusesASecondMappingOfAPlannedMethod() {
        register("/again", app.bean(Home.class), "me", User.class);
        refused(app.get("/again?admin=true"), "carries a request dependency but was mapped");
    }

    @Test
    void refusesAHandlerThatAnotherMappingGives() {
        refused(app.get("/direct?admin=true"), "carries a request dependency but was mapped");
    }

    @Test
    void refusesUsesInModelAndBinderMethodsOfLateControllers() {
        register("/binder", new Binder(app.events()), "handle", String.class);
        register("/model", new Model(app.events()), "handle");

        refused(
                app.get("/binder?value=x&token=stolen"),
                "needs a request dependency, but nobody has planned this call");
        refused(app.get("/model?admin=true"), "needs a request dependency, but nobody has planned this call");
    }

    @Test
    void refusesRequestsWhenTheResolversAreRearrangedAtRunTime() {
        RequestMappingHandlerAdapter adapter = app.bean(RequestMappingHandlerAdapter.class);
        List<HandlerMethodArgumentResolver> before = adapter.getArgumentResolvers();
        try {
            adapter.setArgumentResolvers(before.subList(1, before.size()));
            refused(app.get("/me?admin=true"), "have been rearranged");
            refused(app.get("/guarded"), "have been rearranged");
            List<HandlerMethodArgumentResolver> reversed = new ArrayList<>(before);
            Collections.reverse(reversed);
            adapter.setArgumentResolvers(reversed);
            refused(app.get("/me?admin=true"), "have been rearranged");
        } finally {
            adapter.setArgumentResolvers(before);
        }
        assertThat(app.get("/me").body()).isEqualTo("alice false");
    }

    @Test
    void refusesWhatASecondDispatcherServletMapsAtRunTime() {
        assertThat(app.get("/second/fine").body()).isEqualTo("handled");
        RequestMappingHandlerMapping mapping = SecondServlet.context.getBean(RequestMappingHandlerMapping.class);
        app.events().clear();
        for (String handler : List.of("parameter", "routeLevel", "onClass", "planned")) {
            register(mapping, "/late-" + handler, new Late(app.events()), handler);
            refused(app.get("/second/late-" + handler + "?admin=true"), "carries a request dependency but was mapped");
        }
    }

    @Test
    void refusesToStartASecondDispatcherServletWhoseControllersCarryUses() {
        Throwable failure = App.failure(Access.class, Home.class, Configured.class, ForeignServlet.class);
        assertThat(failure).hasStackTraceContaining("'GET /foreign/parameter' carries uses, but belongs to another");
        assertThat(failure).hasStackTraceContaining("'GET /foreign/route' carries uses, but belongs to another");
        assertThat(failure).hasStackTraceContaining("'GET /protected/foreign' carries uses, but belongs to another");
        assertThat(failure).hasStackTraceContaining("ForeignService carries uses, but belongs to another");
    }

    @Test
    void refusesToServeASecondDispatcherServletThatStartsLater() {
        try (App second = App.start(
                ON_TOMCAT, "test.later=true", Access.class, Home.class, Configured.class, ForeignServlet.class)) {
            assertThat(second.get("/later/foreign/parameter?admin=true").statusCode())
                    .isEqualTo(500);
            assertThat(second.get("/later/foreign/route").statusCode()).isEqualTo(500);
            assertThat(second.get("/later/protected/foreign").statusCode()).isEqualTo(500);
            assertThat(second.events().list()).isEmpty();
        }
    }

    @Test
    void refusesToStartAManagementContextWhoseControllersCarryUses() {
        Throwable failure = App.failure(
                ON_TOMCAT, "management.server.port=0", "test.management.controller=true", Access.class, Home.class);
        assertThat(StartReport.of(failure))
                .contains("'GET /managed' carries uses, but belongs to another application context")
                .contains("'GET /managed/route' carries uses, but belongs to another application context");
    }

    @Test
    void refusesToStartWhenTheResolversAreRearranged() {
        assertThat(StartReport.faults(App.failure(Access.class, Home.class, Rearranged.class)))
                .containsExactly("The argument resolvers or return value handlers of the RequestMappingHandlerAdapter"
                        + " have been rearranged, so that Spring MVC would bind request dependencies from the query."
                        + " | in the RequestMappingHandlerAdapter"
                        + " | => Register them through WebMvcConfigurer, or keep the first of each list first.");
    }

    @Test
    void refusesToStartWhenAnotherAdapterWouldServeFirst() {
        assertThat(StartReport.faults(App.failure(Access.class, Home.class, First.class, Narrow.class)))
                .containsExactly(
                        "The HandlerAdapter 'first' is asked before the one that runs request dependencies, and would"
                                + " serve controllers without them."
                                + " | at io.github.depends.web.NeverBySpringAloneTests$First"
                                + " | => Give it a lower precedence, or let it not support controller methods.",
                        "The DispatcherServlet 'narrow' does not look for all HandlerAdapters, and would serve"
                                + " controllers without their request dependencies."
                                + " | in bean 'narrow'"
                                + " | => Leave detectAllHandlerAdapters on.");
    }

    @Test
    void refusesToStartWithoutTheLibrary() {
        assertThat(StartReport.faults(App.failure(
                        "spring.autoconfigure.exclude=io.github.depends.autoconfigure.DependsAutoConfiguration",
                        Access.class,
                        Home.class)))
                .containsExactly("Home carries uses, but request dependencies are not part of the application, so that"
                        + " Spring MVC would bind them from the query."
                        + " | at io.github.depends.web.NeverBySpringAloneTests$Home"
                        + " | => Do not exclude DependsAutoConfiguration.");
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(app.events().await("refused")).hasSize(2);
        assertThat(app.events().list().get(0)).contains(why);
        app.events().clear();
    }

    private static void register(String path, Object controller, String method, Class<?>... parameters) {
        register(
                app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                path,
                controller,
                method,
                parameters);
    }

    private static void register(
            RequestMappingHandlerMapping mapping, String path, Object controller, String name, Class<?>... parameters) {
        Method method = Arrays.stream(controller.getClass().getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        mapping.registerMapping(
                RequestMappingInfo.paths(path)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                controller,
                method);
    }

    record User(String name, boolean admin) {}

    @Component
    static class Access {

        @Dependency
        User user() {
            return new User("alice", false);
        }

        @Dependency
        void check() {}

        @Dependency
        String token() {
            return "token";
        }
    }

    static class Configured {

        @Bean
        DependsConfigurer protectedPath() {
            return registry -> registry.path("/protected/**").depends(Access.class, "check");
        }
    }

    @RestController
    static class Home {

        @RequestMapping("/me")
        String me(@Depends User user) {
            return user.name() + " " + user.admin();
        }

        @Depends(value = Access.class, name = "check")
        @GetMapping("/guarded")
        String guarded() {
            return "guarded";
        }

        @GetMapping("/protected/home")
        String home() {
            return "home";
        }
    }

    @ResponseBody
    @Depends(value = Access.class, name = "check")
    static class Late {

        private final Events events;

        Late(Events events) {
            this.events = events;
        }

        String parameter(@Depends User user) {
            events.add("handled " + user);
            return "handled";
        }

        @Depends(value = Access.class, name = "check")
        String routeLevel() {
            events.add("handled");
            return "handled";
        }

        String onClass() {
            events.add("handled");
            return "handled";
        }

        String planned(@Depends User user, @RequestParam(defaultValue = "") String admin) {
            events.add("handled " + user);
            return "handled";
        }
    }

    @ResponseBody
    static class Plain {

        private final Events events;

        Plain(Events events) {
            this.events = events;
        }

        String plain() {
            events.add("handled");
            return "handled";
        }
    }

    @ResponseBody
    static class Binder {

        private final Events events;

        Binder(Events events) {
            this.events = events;
        }

        @InitBinder
        void bind(WebDataBinder binder, @Depends(value = Access.class, name = "token") String token) {
            events.add("bound " + token);
        }

        String handle(@RequestParam String value) {
            return value;
        }
    }

    @ResponseBody
    static class Model {

        private final Events events;

        Model(Events events) {
            this.events = events;
        }

        @ModelAttribute
        void model(@Depends User user) {
            events.add("model " + user);
        }

        String handle() {
            return "handled";
        }
    }

    static class Direct {

        @Bean
        SimpleUrlHandlerMapping directMapping(Home home) throws NoSuchMethodException {
            return new SimpleUrlHandlerMapping(
                    Map.of("/direct", new HandlerMethod(home, Home.class.getDeclaredMethod("me", User.class))),
                    Ordered.HIGHEST_PRECEDENCE);
        }

        @Bean
        org.springframework.web.servlet.HandlerExceptionResolver refusals(Events events) {
            return new Refusals(events);
        }
    }

    /** Answers with 500 after every other resolver has been asked, and keeps the message. */
    static class Refusals implements org.springframework.web.servlet.HandlerExceptionResolver, Ordered {

        private final Events events;

        Refusals(Events events) {
            this.events = events;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public ModelAndView resolveException(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                @Nullable Object handler,
                Exception thrown) {
            events.add(thrown.getMessage());
            events.add("refused");
            response.setStatus(500);
            return new ModelAndView();
        }
    }

    static class SecondServlet {

        private static AnnotationConfigWebApplicationContext context;

        @Bean
        ServletRegistrationBean<DispatcherServlet> second(ApplicationContext parent) {
            context = new AnnotationConfigWebApplicationContext();
            context.setParent(parent);
            context.register(SecondMvc.class, Fine.class);
            return registration("second", context, "/second/*");
        }

        static ServletRegistrationBean<DispatcherServlet> registration(
                String name, AnnotationConfigWebApplicationContext context, String path) {
            ServletRegistrationBean<DispatcherServlet> registration =
                    new ServletRegistrationBean<>(new DispatcherServlet(context), path);
            registration.setName(name);
            return registration;
        }
    }

    @EnableWebMvc
    static class SecondMvc {}

    @RestController
    static class Fine {

        @GetMapping("/fine")
        String fine() {
            return "handled";
        }
    }

    static class ForeignServlet {

        @Bean
        ServletRegistrationBean<DispatcherServlet> foreign(ApplicationContext parent) {
            AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
            context.setParent(parent);
            context.register(SecondMvc.class, Foreign.class, ForeignService.class);
            boolean later = parent.getEnvironment().getProperty("test.later", Boolean.class, false);
            ServletRegistrationBean<DispatcherServlet> registration =
                    SecondServlet.registration("foreign", context, later ? "/later/*" : "/foreign/*");
            registration.setLoadOnStartup(later ? -1 : 1);
            return registration;
        }
    }

    @RestController
    static class Foreign {

        private final Events events;

        Foreign(Events events) {
            this.events = events;
        }

        @GetMapping("/foreign/parameter")
        String parameter(@Depends User user) {
            events.add("handled " + user);
            return "handled";
        }

        @Depends(value = Access.class, name = "check")
        @GetMapping("/foreign/route")
        String route() {
            events.add("handled");
            return "handled";
        }

        @GetMapping("/protected/foreign")
        String underProtectedPath() {
            events.add("handled");
            return "handled";
        }
    }

    @Component
    static class ForeignService {

        void call(@Depends User user) {}
    }

    static class Rearranged {

        @Bean
        SmartInitializingSingleton aRearrangement(RequestMappingHandlerAdapter adapter) {
            List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>(adapter.getArgumentResolvers());
            Collections.reverse(resolvers);
            adapter.setArgumentResolvers(resolvers);
            return () -> {};
        }
    }

    @Component("first")
    static class First implements HandlerAdapter, PriorityOrdered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public boolean supports(Object handler) {
            return handler instanceof HandlerMethod;
        }

        @Override
        public ModelAndView handle(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                Object handler) {
            return new ModelAndView();
        }
    }

    static class Narrow {

        @Bean
        DispatcherServlet narrow() {
            DispatcherServlet servlet = new DispatcherServlet();
            servlet.setDetectAllHandlerAdapters(false);
            return servlet;
        }
    }
}
