package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.test.json.JsonContent;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class GuardTests {

    private static final String ALICE = "Bearer alice";
    private static final String MALLORY = "Bearer mallory";
    private static final String WRONG = "/orders?limit=1000&kind=%20";
    private static final String WRONG_BODY = "{\"title\":\"\"}";
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Watch.class,
                Web.class,
                Access.class,
                Pool.class,
                Orders.class,
                Uploads.class,
                Answers.class,
                "spring.servlet.multipart.resolve-lazily=true",
                "spring.mvc.hiddenmethod.filter.enabled=false");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    // The table of four requests.

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/orders/admin-first", "/orders/connection-first"})
    void readsAndOpensNothingForAStranger(String path) {
        HttpResponse<String> answer = app.post(path + "?limit=1000&kind=%20", WRONG_BODY);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/orders/admin-first", "/orders/connection-first"})
    void readsAndOpensNothingForOneWhoIsNotAllowed(String path) {
        HttpResponse<String> answer = app.post(path + "?limit=1000&kind=%20", WRONG_BODY, "Authorization", MALLORY);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "user mallory");
    }

    @Test
    void tellsOneWhoIsAllowedEverythingThatIsWrongAndOpensNothing() {
        HttpResponse<String> answer = app.post(WRONG, WRONG_BODY, "Authorization", ALICE);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "\"limit\",\"code\":\"Max\"",
                        "\"kind\",\"code\":\"NotBlank\"",
                        "\"X-Tenant\",\"code\":\"missing\"")
                .contains("\"in\":\"body\",\"name\":\"title\",\"code\":\"NotBlank\"");
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "user alice", "body");
    }

    @Test
    void acquiresInDeclaredOrderWhenEverythingIsRight() {
        HttpResponse<String> answer =
                app.post("/orders", "{\"title\":\"x\"}", "Authorization", ALICE, "X-Tenant", "acme");
        assertThat(answer.body()).isEqualTo("x of acme by alice");
        assertThat(app.events().await("close"))
                .containsExactly(
                        "filter", "interceptor", "user alice", "body", "open", "tenant", "handle", "commit", "close");
    }

    @Test
    void opensWhatAGuardNeedsWhenTheGuardsBelowItAreSatisfied() {
        HttpResponse<String> answer = app.post("/orders/connection-first?kind=%20", "{}", "Authorization", ALICE);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(app.events().await("close"))
                .containsExactly(
                        "filter", "interceptor", "user alice", "open", "admin alice", "body", "rollback", "close");
    }

    // Order and faults of guards.

    @Test
    void asksEverySchemeBeforeAnyGuard() {
        HttpResponse<String> answer = app.get("/two-schemes?x=1", "Authorization", ALICE);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("ApiKey");
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
        assertThat(app.get("/two-schemes", "X-Key", "k").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
        assertThat(app.get("/two-schemes", "X-Key", "k", "Authorization", ALICE).body())
                .isEqualTo("alice with k");
    }

    @Test
    void refusesCredentialsThatAreGivenTwice() {
        HttpResponse<String> answer = app.get("/two-schemes", "Authorization", ALICE, "Authorization", MALLORY);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("{\"in\":\"header\",\"name\":\"Authorization\",\"code\":\"duplicate\"")
                .doesNotContain("alice", "mallory");
    }

    @Test
    void runsGuardsInOrderAndTellsTheFaultsOfAllOfThem() {
        assertThat(app.get("/ordered?first=1&second=2&other=3").body()).isEqualTo("ordered");
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "first 1", "second 2", "handle");
        app.events().clear();
        HttpResponse<String> answer = app.get("/ordered?second=x&other=x");
        assertThat(new JsonContent(answer.body()))
                .isStrictlyEqualTo(
                        "{\"title\":\"Bad Request\",\"status\":400,\"route\":\"/ordered\","
                                + "\"detail\":\"2 request parameters are invalid\",\"errors\":["
                                + "{\"in\":\"query\",\"name\":\"first\",\"code\":\"missing\",\"message\":\"is required\"},"
                                + "{\"in\":\"query\",\"name\":\"second\",\"code\":\"type\",\"message\":\"has the wrong type\"}]}");
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
        app.events().clear();
        assertThat(app.get("/ordered?first=13&second=x&other=x").statusCode()).isEqualTo(403);
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "first 13");
    }

    @Test
    void readsAGuardsBodyWhenItsTurnComes() {
        HttpResponse<String> answer = app.post("/signed?first=13", "{\"title\":\"\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "first 13");
        app.events().clear();
        answer = app.post("/signed", "{\"title\":\"\"}");
        assertThat(answer.body()).contains("\"first\"").doesNotContain("\"name\":\"title\"");
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
        app.events().clear();
        answer = app.post("/signed?first=1&other=x", "{\"title\":\"\"}");
        assertThat(answer.body())
                .contains("\"name\":\"title\",\"code\":\"NotBlank\"")
                .doesNotContain("other");
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "first 1", "body");
        app.events().clear();
        answer = app.post("/signed?first=1&other=1", "{\"title\":\"x\"}");
        assertThat(answer.body()).isEqualTo("x signed");
    }

    @Test
    void takesAGuardsParametersFromTheQueryStringOnly() {
        HttpResponse<String> answer =
                app.send("POST", "/ordered-form", "first=1&key=k", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
        app.events().clear();
        answer =
                app.send("POST", "/ordered-form?key=k", "first=1", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.body()).contains("\"in\":\"query\",\"name\":\"first\",\"code\":\"missing\"");
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "page 0");
        app.events().clear();
        answer = app.send(
                "POST",
                "/ordered-form?key=k&first=1&page=7",
                "other=5&page=8",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.body()).isEqualTo("form 5");
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "page 7", "first 1", "form", "handle");
    }

    @Test
    void readsPartsOnlyAfterTheGuards() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b--\r\n";
        String[] headers = {"Content-Type", "multipart/form-data; boundary=b"};
        assertThat(app.send("POST", "/upload", body, headers).statusCode()).isEqualTo(401);
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
        app.events().clear();
        HttpResponse<String> answer =
                app.send("POST", "/upload", body, headers[0], headers[1], "Authorization", "Bearer bob");
        assertThat(answer.body()).isEqualTo("3 x");
        app.events().clear();
        assertThat(app.send("POST", "/upload-guard?first=13", body, headers).statusCode())
                .isEqualTo(403);
        assertThat(app.events().list()).containsExactly("filter", "interceptor", "first 13");
        assertThat(app.send("POST", "/upload-guard?first=1", body, headers).body())
                .isEqualTo("3");
    }

    @Test
    void tellsAMissingPartWhateverTheRequestIs() {
        HttpResponse<String> answer = app.post("/upload-guard?first=1", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"in\":\"part\",\"name\":\"file\",\"code\":\"missing\"");
    }

    // Around the guards.

    @Test
    void runsGuardsBeforeModelAttributeMethods() {
        assertThat(app.get("/model").statusCode()).isEqualTo(401);
        assertThat(app.events().list()).containsExactly("filter", "interceptor");
        assertThat(app.get("/model", "Authorization", ALICE).body()).isEqualTo("model");
        assertThat(app.events().list())
                .containsExactly("filter", "interceptor", "filter", "interceptor", "user alice", "model", "handle");
    }

    @Test
    void servesHeadByThePlanOfGet() {
        assertThat(app.send("HEAD", "/plain", null).statusCode()).isEqualTo(401);
        HttpResponse<String> answer = app.send("HEAD", "/plain", null, "Authorization", ALICE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(app.events().list())
                .containsExactly("filter", "interceptor", "filter", "interceptor", "user alice", "handle");
    }

    @Test
    void runsNothingForWhatMappingFiltersAndInterceptorsAnswer() {
        HttpResponse<String> preflight = app.send(
                "OPTIONS", "/plain", null, "Access-Control-Request-Method", "GET", "Origin", "http://a.example");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(app.send("OPTIONS", "/plain", null).statusCode()).isEqualTo(200);
        assertThat(app.send("DELETE", "/plain", null).statusCode()).isEqualTo(405);
        assertThat(app.send("GET", "/nowhere", null).statusCode()).isEqualTo(404);
        assertThat(app.send("POST", "/orders", "x", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(app.get("/plain", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(app.get("/plain", "X-Filter", "stop").statusCode()).isEqualTo(418);
        assertThat(app.get("/plain", "X-Interceptor", "stop").statusCode()).isEqualTo(409);
        assertThat(app.events().list()).allMatch(event -> event.equals("filter") || event.equals("interceptor"));
    }

    @Test
    void sendsWhatDependenciesSetOnTheResponse() {
        HttpResponse<String> answer = app.get("/answer");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().allValues("X-Own")).containsExactly("dependency");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("seen=1");
        answer = app.get("/answer-entity");
        assertThat(answer.statusCode()).isEqualTo(203);
        assertThat(answer.headers().allValues("X-Own")).containsExactly("entity");
        assertThat(answer.headers().allValues("X-More")).containsExactly("dependency");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("seen=1", "entity=2");
    }

    record Order(@NotBlank String title) {}

    record Page(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {}

    record User(String name) {}

    record Admin(User user) {}

    record Tenant(String name) {}

    record PageNumber(int page) {}

    @Component
    static class Access {

        @Dependency
        User user(@Depends(HttpBearer.class) String token, @Depends Events events) {
            events.add("user " + token);
            if (token.equals("mallory")) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return new User(token);
        }

        @Dependency(guard = true)
        Admin adminFirst(@Depends User user, @Depends Connection connection, @Depends Events events) {
            events.add("admin " + user.name());
            return new Admin(user);
        }

        @Dependency(guard = true)
        Admin connectionFirst(@Depends Connection connection, @Depends User user, @Depends Events events) {
            events.add("admin " + user.name());
            return new Admin(user);
        }
    }

    @Component
    static class First {

        @Dependency
        void check(@RequestParam int first, @Depends Events events) {
            events.add("first " + first);
            if (first == 13) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
    }

    @Component
    static class Second {

        @Dependency
        void check(@RequestParam int second, @Depends Events events) {
            events.add("second " + second);
        }
    }

    @Component
    static class Signature {

        @Dependency
        void check(@Valid @RequestBody Order order) {}
    }

    @Component
    static class Scanned {

        @Dependency
        void check(@RequestParam MultipartFile file) {}
    }

    @Component
    static class Paged {

        @Dependency
        void check(PageNumber number, @Depends Events events) {
            events.add("page " + number.page());
        }
    }

    @Component
    static class Tenants {

        @Dependency
        Tenant tenant(@RequestHeader("X-Tenant") String name, @Depends Events events) {
            events.add("tenant");
            return new Tenant(name);
        }
    }

    @Component
    static class Pool {

        @Bean
        DataSource dataSource(Events events) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:guards");
            return new DelegatingDataSource(h2) {
                @Override
                public Connection getConnection() throws SQLException {
                    events.add("open");
                    return super.getConnection();
                }
            };
        }

        @Dependency
        Yield<Connection> connection(@Depends DataSource pool, @Depends Events events) {
            return Yield.open(pool::getConnection)
                    .onSuccess(connection -> events.add("commit"))
                    .onError((connection, failure) -> events.add("rollback"))
                    .onClose(connection -> {
                        connection.close();
                        events.add("close");
                    });
        }
    }

    @RestController
    static class Orders {

        @PostMapping(path = "/orders", consumes = "application/json")
        String create(
                @Depends Page page,
                @Depends Connection connection,
                @RequestParam(defaultValue = "a") @NotBlank String kind,
                @Depends Tenant tenant,
                @Valid @RequestBody Order order,
                @Depends User user,
                @Depends Events events) {
            events.add("handle");
            return order.title() + " of " + tenant.name() + " by " + user.name();
        }

        @PostMapping("/orders/admin-first")
        String adminFirst(
                @Depends Page page,
                @Depends(value = Access.class, name = "adminFirst") Admin admin,
                @Valid @RequestBody Order order) {
            return order.title();
        }

        @PostMapping("/orders/connection-first")
        String connectionFirst(
                @Depends Page page,
                @Depends(value = Access.class, name = "connectionFirst") Admin admin,
                @RequestParam(defaultValue = "a") @NotBlank String kind,
                @Valid @RequestBody Order order) {
            return order.title();
        }

        @GetMapping("/two-schemes")
        String twoSchemes(@Depends User user, @Depends(value = ApiKey.class, name = "headerKey") String key) {
            return user.name() + " with " + key;
        }

        @Depends(First.class)
        @Depends(Second.class)
        @GetMapping("/ordered")
        String ordered(@RequestParam int other, @Depends Events events) {
            events.add("handle");
            return "ordered";
        }

        @Depends(First.class)
        @Depends(Signature.class)
        @PostMapping("/signed")
        String signed(@RequestParam int other, @RequestBody Order order) {
            return order.title() + " signed";
        }

        @Depends(Paged.class)
        @Depends(First.class)
        @PostMapping("/ordered-form")
        String form(
                @Depends(value = ApiKey.class, name = "queryKey") String key,
                @RequestParam int other,
                @Depends Events events) {
            events.add("handle");
            return "form " + other;
        }

        @CrossOrigin
        @Depends(value = Access.class, name = "user")
        @GetMapping(path = "/plain", produces = "text/plain")
        String plain() {
            app.events().add("handle");
            return "plain";
        }
    }

    @RestController
    static class Uploads {

        @PostMapping("/upload")
        String upload(
                @Depends User user, @RequestParam MultipartFile file, @RequestParam(required = false) String title)
                throws IOException {
            return file.getBytes().length + " " + title;
        }

        @Depends(First.class)
        @Depends(Scanned.class)
        @PostMapping("/upload-guard")
        String guarded(@RequestParam MultipartFile file) throws IOException {
            return String.valueOf(file.getBytes().length);
        }
    }

    @RestController
    static class Modelled {

        @ModelAttribute
        void model(Events events) {
            app.events().add("model");
        }

        @Depends(value = Access.class, name = "user")
        @GetMapping("/model")
        String get() {
            app.events().add("handle");
            return "model";
        }
    }

    @Component
    static class Answering {

        @Dependency
        void answer(HttpServletResponse response) {
            response.setStatus(202);
            response.setHeader("X-Own", "dependency");
            response.setHeader("X-More", "dependency");
            response.addCookie(new Cookie("seen", "1"));
        }
    }

    @RestController
    @Depends(Answering.class)
    static class Answers {

        @GetMapping("/answer")
        Map<String, String> answer() {
            return Map.of();
        }

        @GetMapping("/answer-entity")
        ResponseEntity<String> entity() {
            return ResponseEntity.status(203)
                    .header("X-Own", "entity")
                    .header("Set-Cookie", "entity=2")
                    .body("x");
        }
    }

    @org.springframework.context.annotation.Import({
        First.class,
        Second.class,
        Signature.class,
        Scanned.class,
        Paged.class,
        Tenants.class,
        Answering.class,
        Modelled.class
    })
    static class Web implements WebMvcConfigurer {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }

        @Bean
        ApiKey headerKey() {
            return ApiKey.header("X-Key");
        }

        @Bean
        ApiKey queryKey() {
            return ApiKey.query("key");
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new PageNumbers());
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                        @Override
                        public boolean preHandle(
                                HttpServletRequest request, HttpServletResponse response, Object handler)
                                throws IOException {
                            app.events().add("interceptor");
                            if (request.getHeader("X-Interceptor") != null) {
                                response.sendError(409);
                                return false;
                            }
                            return true;
                        }
                    })
                    .excludePathPatterns("/error");
        }
    }

    /** Takes a number where the servlet API would read a form for it. */
    static class PageNumbers implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageNumber.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer model,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            String page = request.getParameter("page");
            return new PageNumber(page == null ? 0 : Integer.parseInt(page));
        }
    }

    /** Tells when someone reads the body, or a form or parts from it. */
    @Component
    static class Watch extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            app.events().add("filter");
            if (request.getHeader("X-Filter") != null) {
                response.setStatus(418);
                return;
            }
            chain.doFilter(new Watched(request, app.events()), response);
        }
    }

    static class Watched extends HttpServletRequestWrapper {

        private final Events events;
        private boolean told;

        Watched(HttpServletRequest request, Events events) {
            super(request);
            this.events = events;
        }

        private void tell(String event) {
            if (!told) {
                told = true;
                events.add(event);
            }
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream body = super.getInputStream();
            return new ServletInputStream() {
                @Override
                public int read() throws IOException {
                    tell("body");
                    return body.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    tell("body");
                    return body.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.isFinished();
                }

                @Override
                public boolean isReady() {
                    return body.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    body.setReadListener(listener);
                }
            };
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream()));
        }

        private void form() {
            if (String.valueOf(getContentType()).contains("form")) {
                tell("form");
            }
        }

        @Override
        public String getParameter(String name) {
            form();
            return super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            form();
            return super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            form();
            return super.getParameterMap();
        }

        @Override
        public Collection<Part> getParts() throws IOException, ServletException {
            tell("parts");
            return super.getParts();
        }
    }
}
