package io.github.depends.web.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.accept;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.nest;
import static org.springframework.web.servlet.function.RouterFunctions.resource;
import static org.springframework.web.servlet.function.RouterFunctions.resources;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.github.depends.Dependency;
import io.github.depends.DependsConfigurer;
import io.github.depends.DependsRegistry;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

@ExtendWith(OutputCaptureExtension.class)
class UncoveredHandlersTests {

    private static final String INFO = "logging.level.io.github.depends=info";
    private static final String ACTUATOR = "management.endpoints.web.exposure.include=orders,beans";

    static List<Arguments> handlers() {
        return List.of(
                Arguments.of(Route.class, "/admin/fn"),
                Arguments.of(NestedRoute.class, "/admin/sub/fn"),
                Arguments.of(NestedByTwoPredicates.class, "/admin/both/fn"),
                Arguments.of(RouteBehindUnknownPredicate.class, "/admin/fn"),
                Arguments.of(RouteOfAlternatives.class, "/admin/or"),
                Arguments.of(RouteByTemplate.class, "/{area}/fn"),
                Arguments.of(RouteWithoutPath.class, "/**"),
                Arguments.of(LambdaRoute.class, "/**"),
                Arguments.of(NestedLambdaRoute.class, "/admin/lambda/**"),
                Arguments.of(ResourcesRoute.class, "/admin/files/**"),
                Arguments.of(ResourceRoute.class, "/admin/file"),
                Arguments.of(MappingOfRoutes.class, "/admin/mapped"),
                Arguments.of(HandlerBean.class, "/admin/bean"),
                Arguments.of(ControllerBean.class, "/admin/controller"),
                Arguments.of(HandlerOfSpring.class, "/admin/view"),
                Arguments.of(MappedHandlers.class, "/admin/lambda"),
                Arguments.of(MappedBean.class, "/admin/named"),
                Arguments.of(MappedResources.class, "/admin/files/**"),
                Arguments.of(MappedByTemplate.class, "/{area}/legacy"),
                Arguments.of(NotInjectedMapping.class, "/admin/hidden"),
                Arguments.of(DefaultHandler.class, "/**"),
                Arguments.of(OwnMapping.class, "/**"),
                Arguments.of(ViewControllers.class, "/admin/page"),
                Arguments.of(StaticFiles.class, "/admin/assets/**"),
                Arguments.of(AllFiles.class, "/**"),
                Arguments.of(RegisteredServlet.class, "/admin/legacy/**"),
                Arguments.of(ServletBean.class, "/admin/**"),
                Arguments.of(ServletOfContext.class, "/**/*.do"));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void refusesHandlersOfTheApplicationBelowAGuardedPath(Class<?> handler, String pattern) {
        assertThat(StartReport.faults(App.failure(Guarded.class, handler)))
                .singleElement()
                .asString()
                .startsWith("'" + pattern
                        + "' can match paths below '/admin/**', but is served WITHOUT these guards: Lock, Checks named"
                        + " 'second'. They cover controller methods only. It is served by: ")
                .endsWith(" | in path '/admin/**' of the DependsConfigurer UncoveredHandlersTests.Guarded"
                        + " | => Write it as a controller method. If it needs no guard, or is guarded by other means (Spring"
                        + " Security, a filter), acknowledge it: registry.path(\"/admin/**\").uncovered(\"" + pattern
                        + "\").");
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void startsWithWhatIsAcknowledged(Class<?> handler, String pattern) {
        try (App app = App.start(Guarded.class, Acknowledging.class, handler, "test.uncovered=" + pattern)) {
            assertThat(uncovered(app)).anyMatch(line -> line.startsWith("Not covered by application and path uses: "));
        }
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void listsThemWhereOnlyTheWholeApplicationHasGuards(Class<?> handler, String pattern) {
        try (App app = App.start(WholeApplication.class, handler)) {
            assertThat(uncovered(app)).anyMatch(line -> line.startsWith("Not covered by application and path uses: "));
        }
    }

    @Test
    void tellsOfARouteOnce(CapturedOutput output) {
        try (App app = App.start(
                Guarded.class, Acknowledging.class, NestedRoute.class, "test.uncovered=/admin/sub/fn", INFO)) {
            assertThat(app.get("/admin/sub/fn").body()).isEqualTo("fn");
            assertThat(output).doesNotContain("functional routes");
            logInDetail(app);
        }
        assertThat(output).containsOnlyOnce("functional routes");
    }

    @Test
    void refusesEndpointsOfTheActuatorThatTheApplicationAddsOrMoves() {
        assertThat(StartReport.faults(App.failure(Guarded.class, GuardedActuator.class, Orders.class, ACTUATOR)))
                .singleElement()
                .asString()
                .startsWith(
                        "'/actuator/orders' can match paths below '/actuator/**', but is served WITHOUT these guards: Lock")
                .contains("It is served by: GET /actuator/orders (UncoveredHandlersTests.Orders)");
        assertThat(StartReport.faults(
                        App.failure(Guarded.class, ACTUATOR, "management.endpoints.web.base-path=/admin/manage")))
                .singleElement()
                .asString()
                .startsWith(
                        "'/admin/manage', '/admin/manage/beans' can match paths below '/admin/**', but is served WITHOUT")
                .contains("It is served by: the actuator at /admin/manage and below.")
                .endsWith(".uncovered(\"/admin/manage\", \"/admin/manage/beans\").");
        try (App app = App.start(Guarded.class, Orders.class, ACTUATOR)) {
            assertThat(app.get("/actuator/orders").body()).isEqualTo("orders");
            assertThat(app.bean(ApplicationCatalog.class).coverage().warnings()).isEmpty();
        }
    }

    @Test
    void takesOneAcknowledgementForAMovedActuator() {
        try (App app = App.start(GuardedButTheActuator.class, ACTUATOR, "management.endpoints.web.base-path=/manage")) {
            assertThat(app.get("/manage/beans").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsInOneLineHowMuchIsNotCovered(CapturedOutput output) {
        String line = "Not covered by application and path uses: 1 controller method of a library,"
                + " 1 actuator endpoint, 1 path of static resources, 1 view controller, 2 router functions, 1 other handler,"
                + " 1 other handler mapping, 1 servlet. Set logging.level.io.github.depends.web.detection=DEBUG to see"
                + " them";
        Object[] parts = {
            WholeApplication.class,
            Route.class,
            MappingOfRoutes.class,
            HandlerBean.class,
            OwnMapping.class,
            ViewControllers.class,
            MappedResources.class,
            RegisteredServlet.class,
            INFO,
            "spring.web.resources.add-mappings=false",
            "management.endpoints.access.default=none",
            "springdoc.api-docs.enabled=false"
        };
        try (App app = App.start(parts)) {
            assertThat(app.bean(ApplicationCatalog.class).coverage().lines()).containsExactly(line);
            assertThat(output)
                    .containsOnlyOnce("Not covered by application and path uses: ")
                    .contains(line);
            logInDetail(app);
            assertThat(output).contains(uncovered(app));
        }
    }

    private static void logInDetail(App app) {
        LoggingSystem logging = LoggingSystem.get(UncoveredHandlersTests.class.getClassLoader());
        String logger = Coverage.class.getName();
        logging.setLogLevel(logger, LogLevel.DEBUG);
        try {
            app.bean(ApplicationCatalog.class).coverage().log();
        } finally {
            logging.setLogLevel(logger, null);
        }
    }

    @Test
    void listsWhatComesWithLibraries(@TempDir Path files) throws IOException {
        Files.writeString(files.resolve("index.html"), "welcome");
        try (App app = App.start(
                Lock.class,
                Checks.class,
                Everything.class,
                ACTUATOR,
                "spring.web.resources.static-locations[0]=file:" + files)) {
            assertThat(app.get("/").body()).isEqualTo("welcome");
            assertThat(uncovered(app))
                    .contains(
                            "Not covered by application and path uses: * /error (BasicErrorController)",
                            "Not covered by application and path uses: / (ParameterizableViewController)",
                            "Not covered by application and path uses: /** (ResourceHttpRequestHandler)",
                            "Not covered by application and path uses: /webjars/** (ResourceHttpRequestHandler)",
                            "Not covered by application and path uses: GET /v3/api-docs (OpenApiWebMvcResource)")
                    .anyMatch(line -> line.contains("GET /actuator/beans"));
            assertThat(app.bean(ApplicationCatalog.class).coverage().warnings()).isEmpty();
        }
    }

    @Test
    void warnsOfWhatComesWithALibraryBelowAGuardedPath() {
        try (App app =
                App.start(Lock.class, GuardedActuator.class, "management.endpoints.web.exposure.include=beans")) {
            assertThat(app.get("/actuator/extra").statusCode()).isEqualTo(403);
            assertThat(app.bean(ApplicationCatalog.class).coverage().warnings())
                    .hasSize(2)
                    .allSatisfy(warning -> assertThat(warning)
                            .startsWith("The path pattern '/actuator/**' looks as if it covered GET /actuator")
                            .endsWith(
                                    ", but that comes with a library and is served WITHOUT the guards of the pattern; guard"
                                            + " it by other means (Spring Security, a filter)"));
        }
    }

    @Test
    void looksIntoMappingsThatAreMadeOfOthers() {
        assertThat(StartReport.faults(App.failure(Guarded.class, Delegating.class)))
                .singleElement()
                .asString()
                .startsWith(
                        "'/admin/delegated' can match paths below '/admin/**', but is served WITHOUT these guards: Lock");
    }

    @Test
    void warnsOfFiltersBelowAGuardedPath() {
        try (App app = App.start(Guarded.class, Filters.class)) {
            assertThat(app.get("/admin/filtered").body()).isEqualTo("filtered");
            assertThat(app.bean(ApplicationCatalog.class).coverage().warnings())
                    .containsExactly(
                            "What /admin/filtered (filter below) answers itself below the path pattern '/admin/**'"
                                    + " is answered before the guards of that path run");
        }
    }

    @Test
    void findsServletsAlsoWhereTheGraphIsReadBeforeTheServerHasThem() {
        assertThat(StartReport.faults(App.failure(Guarded.class, EarlyFilter.class, ServletOfContext.class)))
                .singleElement()
                .asString()
                .startsWith("'/**/*.do' can match paths below '/admin/**', but is served WITHOUT these guards: Lock");
    }

    @Test
    void leavesHandlersOutsideTheGuardedPathAlone() {
        try (App app = App.start(Guarded.class, Outside.class)) {
            assertThat(app.get("/open/fn").body()).isEqualTo("fn");
            assertThat(app.get("/fn").body()).isEqualTo("fn");
        }
    }

    @Test
    void knowsThePathOfTheDispatcherServlet() {
        assertThat(StartReport.faults(App.failure(GuardedApi.class, Route.class, "spring.mvc.servlet.path=/api")))
                .singleElement()
                .asString()
                .startsWith("'/admin/fn' can match paths below '/api/admin/**'");
        App.start(
                        GuardedApi.class,
                        Acknowledging.class,
                        Route.class,
                        "spring.mvc.servlet.path=/api",
                        "test.path=/api/admin/**",
                        "test.uncovered=/api/admin/fn")
                .close();
    }

    @Test
    void refusesAcknowledgementsThatNothingNeeds() {
        assertThat(StartReport.faults(App.failure(
                        Guarded.class, Acknowledging.class, "test.uncovered=/admin/none,/admin/home,/open")))
                .containsExactlyInAnyOrder(idle("/admin/none"), idle("/admin/home"), idle("/open"));
    }

    private static String idle(String pattern) {
        return "The acknowledgement uncovered(\"" + pattern
                + "\") matches nothing that is served below '/admin/**' without its guards."
                + " | in path '/admin/**' of the DependsConfigurer UncoveredHandlersTests.Acknowledging"
                + " | => Write the pattern by which the handler is mapped, or remove the acknowledgement.";
    }

    @Test
    void refusesAcknowledgementsForTheWholeApplicationAndThoseItCannotRead() {
        assertThat(StartReport.faults(App.failure(Lock.class, Checks.class, Home.class, WronglyAcknowledging.class)))
                .containsExactlyInAnyOrder(
                        "uncovered(\"/fn\") is called on the registry of the whole application, where every handler that is"
                                + " no controller method is uncovered anyway."
                                + " | in the DependsConfigurer UncoveredHandlersTests.WronglyAcknowledging"
                                + " | => Call it on the registry of a path, such as"
                                + " registry.path(\"/admin/**\").uncovered(\"/fn\"), or remove it.",
                        "The path pattern '/{' cannot be read: Expected close capture character after variable name }."
                                + " | in path '/admin/**' of the DependsConfigurer UncoveredHandlersTests.WronglyAcknowledging"
                                + " | => Write a PathPattern such as /admin/**.");
    }

    private static List<String> uncovered(App app) {
        return app.bean(ApplicationCatalog.class).coverage().uncovered();
    }

    static class Lock {

        @Dependency
        void check() {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @Component
    static class Checks {

        @Dependency
        void second() {}
    }

    @Import({Lock.class, Checks.class, Home.class})
    static class Guarded implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.path("/admin/**").depends(Lock.class).depends(Checks.class, "second");
        }
    }

    @Import({Lock.class, Checks.class, Home.class})
    static class GuardedApi implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.path("/api/admin/**").depends(Lock.class);
        }
    }

    @Import(Checks.class)
    static class WholeApplication implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.depends(Checks.class, "second");
        }
    }

    static class Acknowledging implements DependsConfigurer {

        private final Environment environment;

        Acknowledging(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.path(environment.getProperty("test.path", "/admin/**"))
                    .uncovered(environment.getProperty("test.uncovered", String[].class));
        }
    }

    static class WronglyAcknowledging implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.uncovered("/fn").path("/admin/**").depends(Lock.class).uncovered("/{");
        }
    }

    static class Everything {

        @Bean
        DependsConfigurer everything() {
            return registry -> registry.path("/**").depends(Checks.class, "second");
        }

        @Bean
        Home home() {
            return new Home();
        }
    }

    @RestController
    static class Home {

        @GetMapping("/admin/home")
        String home() {
            return "home";
        }
    }

    @RestController
    static class Actuated {

        @GetMapping("/actuator/extra")
        String extra() {
            return "extra";
        }
    }

    @Import(Actuated.class)
    static class GuardedActuator {

        @Bean
        DependsConfigurer actuator() {
            return registry -> registry.path("/actuator/**").depends(Lock.class);
        }
    }

    @Endpoint(id = "orders")
    @Component
    static class Orders {

        @ReadOperation
        String orders() {
            return "orders";
        }
    }

    static ServerResponse fn(ServerRequest request) {
        return ServerResponse.ok().body("fn");
    }

    static class Route {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/open", UncoveredHandlersTests::fn)
                    .GET("/admin/fn", UncoveredHandlersTests::fn)
                    .build();
        }
    }

    static class NestedRoute {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .path(
                            "/admin",
                            admin -> admin.nest(
                                    accept(MediaType.ALL),
                                    any -> any.path("/sub", sub -> sub.GET("/fn", UncoveredHandlersTests::fn))))
                    .build();
        }
    }

    static class NestedByTwoPredicates {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return nest(path("/admin").and(path("/both")), route(GET("/fn"), UncoveredHandlersTests::fn));
        }
    }

    static class RouteBehindUnknownPredicate {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return nest(request -> true, route(GET("/admin/fn").and(request -> true), UncoveredHandlersTests::fn));
        }
    }

    static class RouteOfAlternatives {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return route(GET("/open/or").or(GET("/admin/or")), UncoveredHandlersTests::fn)
                    .filter((request, next) -> next.handle(request))
                    .withAttribute("a", "b");
        }
    }

    static class RouteByTemplate {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return route(GET("/{area}/fn"), UncoveredHandlersTests::fn);
        }
    }

    static class RouteWithoutPath {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return route(GET("/open").negate().and(accept(MediaType.APPLICATION_PDF)), UncoveredHandlersTests::fn);
        }
    }

    static class LambdaRoute {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return request ->
                    request.path().equals("/admin/fn") ? Optional.of(UncoveredHandlersTests::fn) : Optional.empty();
        }
    }

    static class NestedLambdaRoute {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return nest(path("/admin/lambda"), request -> Optional.empty());
        }
    }

    static class ResourcesRoute {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return resources("/admin/files/**", new ClassPathResource("static/"));
        }
    }

    static class ResourceRoute {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return resource(GET("/admin/file").and(accept(MediaType.ALL)), new ByteArrayResource(new byte[0]));
        }
    }

    static class MappingOfRoutes {

        @Bean
        RouterFunctionMapping ownRoutes() {
            return new RouterFunctionMapping(route(GET("/admin/mapped"), UncoveredHandlersTests::fn));
        }
    }

    static class HandlerBean {

        @Bean("/admin/bean")
        HttpRequestHandler handler() {
            return (request, response) -> response.getWriter().write("handler");
        }
    }

    @Component("/admin/controller")
    static class ControllerBean implements Controller {

        @Override
        public ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response) {
            return null;
        }
    }

    static class HandlerOfSpring {

        @Bean("/admin/view")
        ParameterizableViewController view() {
            return new ParameterizableViewController();
        }
    }

    static class MappedHandlers {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            HttpRequestHandler handler =
                    (request, response) -> response.getWriter().write("handler");
            return new SimpleUrlHandlerMapping(Map.of("/admin/lambda", handler, "/open/lambda", handler), 1);
        }
    }

    static class MappedBean {

        @Bean
        HttpRequestHandler named() {
            return (request, response) -> response.getWriter().write("handler");
        }

        @Bean
        SimpleUrlHandlerMapping handlers() {
            SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of("/admin/named", "named"), 1);
            mapping.setLazyInitHandlers(true);
            return mapping;
        }
    }

    static class MappedResources {

        @Bean
        SimpleUrlHandlerMapping files() {
            ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler();
            handler.setLocations(List.of(new ClassPathResource("META-INF/resources/webjars/")));
            return new SimpleUrlHandlerMapping(Map.of("/admin/files/**", handler), 1);
        }
    }

    static class MappedByTemplate {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            HttpRequestHandler handler =
                    (request, response) -> response.getWriter().write("handler");
            return new SimpleUrlHandlerMapping(Map.of("/{area}/legacy", handler), 1);
        }
    }

    static class NotInjectedMapping {

        @Bean(autowireCandidate = false)
        SimpleUrlHandlerMapping handlers() {
            HttpRequestHandler handler =
                    (request, response) -> response.getWriter().write("handler");
            return new SimpleUrlHandlerMapping(Map.of("/admin/hidden", handler), 1);
        }
    }

    static class DefaultHandler {

        @Bean
        SimpleUrlHandlerMapping handlers() {
            SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of(), Ordered.LOWEST_PRECEDENCE);
            mapping.setDefaultHandler((HttpRequestHandler) (request, response) -> response.setStatus(204));
            return mapping;
        }
    }

    @Component
    static class OwnMapping implements HandlerMapping, Ordered {

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public HandlerExecutionChain getHandler(HttpServletRequest request) {
            return null;
        }
    }

    @Component
    static class Delegating implements HandlerMapping, Iterable<HandlerMapping> {

        private final SimpleUrlHandlerMapping delegate = new SimpleUrlHandlerMapping(
                Map.of("/admin/delegated", (HttpRequestHandler) (request, response) -> response.setStatus(204)));

        @Autowired
        void init(ApplicationContext context) {
            delegate.setApplicationContext(context);
        }

        @Override
        public HandlerExecutionChain getHandler(HttpServletRequest request) throws Exception {
            return delegate.getHandler(request);
        }

        @Override
        public Iterator<HandlerMapping> iterator() {
            return List.<HandlerMapping>of(delegate).iterator();
        }
    }

    static class ViewControllers implements WebMvcConfigurer {

        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addViewController("/admin/page").setViewName("forward:/open");
        }
    }

    static class StaticFiles implements WebMvcConfigurer {

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/admin/assets/**").addResourceLocations("classpath:/static/");
        }
    }

    static class AllFiles implements WebMvcConfigurer {

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/**").addResourceLocations("classpath:/secret/");
        }
    }

    static class Legacy extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("legacy");
        }
    }

    static class RegisteredServlet {

        @Bean
        ServletRegistrationBean<Legacy> legacy() {
            return new ServletRegistrationBean<>(new Legacy(), "/admin/legacy/*");
        }
    }

    static class ServletBean {

        @Bean
        @ServletRegistration(urlMappings = "/admin/*")
        Legacy legacy() {
            return new Legacy();
        }
    }

    static class ServletOfContext {

        @Bean
        ServletContextInitializer servlets() {
            return (ServletContext context) ->
                    context.addServlet("direct", new Legacy()).addMapping("*.do");
        }
    }

    static class Filters {

        @Bean
        FilterRegistrationBean<Filter> below() {
            FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(
                    (request, response, chain) -> response.getWriter().write("filtered"));
            filter.addUrlPatterns("/admin/filtered");
            return filter;
        }
    }

    @Component
    static class EarlyFilter extends OncePerRequestFilter {

        EarlyFilter(DependencyGraph graph) {
            assertThat(graph.endpoints()).isNotEmpty();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, response);
        }
    }

    static class Outside {

        @Bean
        RouterFunction<ServerResponse> routes() {
            return nest(path("/open"), route(GET("/fn"), UncoveredHandlersTests::fn))
                    .and(nest(request -> true, route(GET("/fn"), UncoveredHandlersTests::fn)));
        }

        @Bean
        SimpleUrlHandlerMapping handlers() {
            HttpRequestHandler handler =
                    (request, response) -> response.getWriter().write("handler");
            return new SimpleUrlHandlerMapping(Map.of("/administrators/**", handler), 1);
        }

        @Bean
        ServletRegistrationBean<Legacy> legacy() {
            return new ServletRegistrationBean<>(new Legacy(), "/legacy/*");
        }
    }

    @Import({Lock.class, Checks.class, Home.class})
    static class GuardedButTheActuator implements DependsConfigurer {

        @Override
        public void configureDependencies(DependsRegistry registry) {
            registry.path("/**").depends(Lock.class).uncovered("/manage/**");
        }
    }
}
