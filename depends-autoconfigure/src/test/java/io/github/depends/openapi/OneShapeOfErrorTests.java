package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.security.HttpBearer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** All endpoints that use a dependency answer wrong requests in one shape, and the document shows that shape. */
class OneShapeOfErrorTests {

    private static App app;
    private static Document document;

    @BeforeAll
    static void start() {
        app = App.start(
                Shop.class,
                Users.class,
                Around.class,
                Things.class,
                Checked.class,
                Handling.class,
                "depends.validation.status=422");
        document = Document.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /items/xx,            , path id type",
        "GET,  /tasks?n=x,           , query n type",
        "GET,  /tasks,               , query n missing",
        "GET,  /route?n=x,           , query n type",
        "GET,  /bean?n=0,            , query n Min",
        "GET,  /header,              , header X-H missing;cookie c missing",
        "POST, /items,               {, body  unreadable",
        "POST, /items,               '{\"title\":\"\",\"count\":1}', body title NotBlank",
        "POST, /items,               '{\"title\":\"x\"}', body count missing",
        "POST, /model?count=x,       , query count type",
        "POST, /optional,            [], body  type",
        "POST, /errors,              {, body  unreadable;query n missing",
        "POST, /errors?n=1,          [], body  type",
        "POST, /errors?n=1,          {}, body count missing",
        "POST, /errors/dependency,   {}, body count missing;query n missing",
        "POST, /errors/guard,        {}, body count missing",
        "POST, /errors/model?tags%5Bx%5D=1, , query  type",
        "GET,  /around?p=x,          , query p type",
        "GET,  /around,              , query p missing",
        "GET,  /around?p=1,          , header X-P missing",
        "GET,  /around/none?p=x,     , query p type",
        "GET,  /around/model?p=1&b=x, , query b type",
        "GET,  /checked?n=0,         , query n Min",
        "GET,  /checked?n=x,         , query n type",
    })
    void answersFaultsOfItsOwnParameters(String method, String path, String json, String faults) {
        HttpResponse<String> answer = send(method, path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(faults(answer)).containsExactly(faults.split(";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get /items/{id}",
                "get /tasks",
                "get /route",
                "get /bean",
                "get /header",
                "post /items",
                "post /model",
                "post /optional",
                "get /checked",
                "get /me",
                "get /constrained"
            })
    void documentsTheAnswerWhereItCanHappen(String operation) {
        JsonNode answer = responses(operation).path("422");
        assertThat(answer.at("/content/application~1problem+json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/InvalidRequestProblem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"get /named/{name}", "get /search", "get /nothing", "get /everything", "post /text", "get /free"
            })
    void documentsNoneWhereNothingCanBeWrong(String operation) {
        assertThat(responses(operation).propertyNames()).containsExactly("200");
    }

    @Test
    void leavesEndpointsWithoutUsesToSpring() {
        HttpResponse<String> answer = app.get("/free?n=x");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"Bad Request\"", "\"path\":\"/free\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /thing?of=none,    , 404 Not Found",
        "GET,  /thing?of=gone,    , 410 Gone",
        "GET,  /thing/gone,       , 410 Gone",
        "POST, /thing,            '{\"of\":\"none\"}', 404 Not Found",
        "POST, /thing/dependency, '{\"of\":\"gone\"}', 410 Gone"
    })
    void leavesTheStatusToConvertersThatSayIt(String method, String path, String json, String answer) {
        HttpResponse<String> told = send(method, path, json);
        assertThat(told.statusCode() + " " + told.body().replaceAll(".*\"error\":\"(.*?)\".*", "$1"))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /handled?n=x, ,   type n",
        "GET,  /handled?n=0, ,   violated",
        "POST, /handled,     {,  unreadable",
        "POST, /handled,     '{\"title\":\"\",\"count\":1}', invalid title"
    })
    void leavesSingleFaultsToTheApplicationsHandlers(String method, String path, String json, String answer) {
        assertThat(send(method, path, json).body()).isEqualTo(answer);
    }

    @Test
    void extendsToAllControllersOfTheApplicationIfSo() {
        try (App all = App.start(
                Shop.class,
                Users.class,
                Plain.class,
                "depends.validation.all-endpoints=true",
                "depends.validation.status=422")) {
            assertThat(all.get("/free?n=x").statusCode()).isEqualTo(422);
            assertThat(faults(all.get("/free?n=x"))).containsExactly("query n type");
            assertThat(faults(all.post("/plain?n=0", "{}"))).containsExactly("body count missing", "query n Min");
            assertThat(all.post("/plain?n=1", "{\"title\":\"x\",\"count\":2}").body())
                    .isEqualTo("x 2 1");
            assertThat(faults(all.get("/callable?n=x"))).containsExactly("query n type");
            assertThat(all.get("/callable?n=1").body()).isEqualTo("called 1");
            assertThat(all.get("/own").body()).isEqualTo("own missing");
            assertThat(all.bean(DependencyGraph.class).plainEndpoints())
                    .extracting(endpoint -> endpoint.declaration().controller().getSimpleName())
                    .containsOnly("Shop", "Plain");
            Document every = Document.of(all);
            for (String path : List.of("/free", "/callable", "/own")) {
                assertThat(every.operation("get", path)
                                .at("/responses/422/content")
                                .propertyNames())
                        .containsExactly("application/problem+json");
            }
            assertThat(every.operation("get", "/quiet").path("responses").propertyNames())
                    .containsExactly("200");
        }
    }

    @Test
    void documentsNoneWhereSpringsOwnExceptionIsThrown() {
        try (App first = App.start(
                Shop.class,
                Users.class,
                "depends.validation.accumulate=false",
                "depends.validation.all-endpoints=true",
                "depends.validation.status=422")) {
            Document told = Document.of(first);
            for (String path : List.of("/tasks", "/bean", "/header", "/free")) {
                assertThat(first.get(path + "?n=x").statusCode()).as(path).isEqualTo(400);
                assertThat(told.operation("get", path).path("responses").propertyNames())
                        .as(path)
                        .doesNotContain("422");
            }
            assertThat(told.operation("get", "/me").path("responses").propertyNames())
                    .contains("422");
        }
    }

    private static HttpResponse<String> send(String method, String path, String json) {
        return json == null
                ? app.send(method, path, null, "Authorization", "Bearer t")
                : app.send(method, path, json, "Authorization", "Bearer t", "Content-Type", "application/json");
    }

    private static JsonNode responses(String operation) {
        String[] words = operation.split(" ");
        return document.operation(words[0], words[1]).path("responses");
    }

    private static List<String> faults(HttpResponse<String> answer) {
        return java.util.regex.Pattern.compile("\"in\":\"(.*?)\",\"name\":\"(.*?)\",\"code\":\"(.*?)\"")
                .matcher(answer.body())
                .results()
                .map(error -> error.group(1) + " " + error.group(2) + " " + error.group(3))
                .toList();
    }

    record CurrentUser(String token) {}

    record Item(@NotBlank String title, int count) {}

    record Note(String text) {}

    record Draft(@Valid @RequestBody Item item, BindingResult errors) {}

    static class Tagged {

        private List<String> tags = new ArrayList<>();

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    @Component
    static class Users {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }

        @Dependency
        CurrentUser current(@Depends(HttpBearer.class) String token) {
            return new CurrentUser(token);
        }

        @Dependency(guard = true)
        void draft(@Valid @RequestBody Item item, Errors errors) {}

        @Dependency
        Note note() {
            return new Note("note");
        }
    }

    @RestController
    static class Shop {

        @GetMapping("/items/{id}")
        String item(@Depends CurrentUser user, @PathVariable int id) {
            return "item";
        }

        @PostMapping("/items")
        String create(@Depends CurrentUser user, @Valid @RequestBody Item item) {
            return "created";
        }

        @GetMapping("/me")
        String me(@Depends CurrentUser user) {
            return "me";
        }

        @GetMapping("/tasks")
        String tasks(BackgroundTasks tasks, @RequestParam int n) {
            return "tasks";
        }

        @GetMapping("/route")
        @Depends(value = Users.class, name = "note")
        String route(@RequestParam(required = false) Integer n) {
            return "route";
        }

        @GetMapping("/bean")
        String bean(@Depends Events events, @RequestParam(defaultValue = "1") @Min(1) int n) {
            return "bean";
        }

        @GetMapping("/header")
        String header(@Depends Events events, @RequestHeader("X-H") String header, @CookieValue String c) {
            return "header";
        }

        @PostMapping("/model")
        String model(
                @Depends Events events, @ModelAttribute Item item, BindingResult none, @RequestParam Integer count) {
            return "model";
        }

        @PostMapping("/optional")
        String optional(@Depends Events events, @RequestBody(required = false) Item item) {
            return "optional";
        }

        @PostMapping("/errors")
        String errors(@Depends Events events, @Valid @RequestBody Item item, Errors errors, @RequestParam Integer n) {
            return "errors";
        }

        @PostMapping("/errors/dependency")
        String errorsOfDependency(@Depends Draft draft, @RequestParam int n) {
            return "errors";
        }

        @PostMapping("/errors/guard")
        @Depends(value = Users.class, name = "draft")
        String errorsOfGuard(@RequestParam int n) {
            return "errors";
        }

        @PostMapping("/errors/model")
        String errorsOfModel(@Depends Events events, @ModelAttribute Tagged tagged, BindingResult errors) {
            return "errors";
        }

        @GetMapping("/constrained")
        String constrained(@Depends Events events, @RequestParam(required = false) List<@NotBlank String> names) {
            return "constrained";
        }

        @GetMapping("/named/{name}")
        String named(@Depends Events events, @PathVariable String name) {
            return "named";
        }

        @GetMapping("/search")
        String search(
                @Depends Events events,
                @RequestParam(required = false) String q,
                @RequestParam(defaultValue = "a") List<String> tags,
                @RequestHeader(name = "X-H", required = false) String header) {
            return "search";
        }

        @GetMapping("/nothing")
        String nothing(@Depends Events events) {
            return "nothing";
        }

        @GetMapping("/everything")
        String everything(@Depends Events events, @RequestParam Map<String, String> all) {
            return "everything";
        }

        @PostMapping("/text")
        String text(@Depends Events events, HttpEntity<String> text) {
            return "text";
        }

        @GetMapping("/free")
        String free(@RequestParam int n) {
            return "free";
        }
    }

    @RestController
    static class Plain {

        @PostMapping("/plain")
        String plain(@RequestParam @Min(1) int n, @Valid @RequestBody Item item) {
            return item.title() + " " + item.count() + " " + n;
        }

        @GetMapping("/callable")
        Callable<String> callable(@RequestParam int n) {
            return () -> "called " + n;
        }

        @GetMapping("/own")
        String own(@RequestParam int n) {
            return "own";
        }

        @GetMapping("/quiet")
        String quiet(@RequestParam(required = false) String n) {
            return "quiet";
        }

        @ExceptionHandler
        String missing(MissingServletRequestParameterException fault, HttpServletRequest request) throws Exception {
            if (request.getRequestURI().equals("/own")) {
                return "own missing";
            }
            throw fault;
        }
    }

    @RestController
    static class Around {

        @ModelAttribute("p")
        int p(@RequestParam int p, @RequestHeader(name = "X-P") Optional<String> optional, HttpServletRequest request) {
            return p;
        }

        @ModelAttribute("q")
        String q(@RequestHeader("X-P") String header) {
            return header;
        }

        @InitBinder
        void bind(WebDataBinder binder, @RequestParam(defaultValue = "1") int b) {}

        @GetMapping("/around")
        String around(@Depends Events events, @RequestParam int n) {
            return "around";
        }

        @GetMapping("/around/none")
        @Depends(value = Users.class, name = "note")
        String none() {
            return "none";
        }

        @GetMapping("/around/model")
        String model(@Depends Events events, @ModelAttribute Tagged tagged) {
            return "model";
        }
    }

    @ResponseStatus(HttpStatus.GONE)
    static class Gone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    record Thing(String of) {

        public static Thing valueOf(String of) {
            switch (of) {
                case "none" -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                case "gone" -> throw new Gone();
                default -> {}
            }
            return new Thing(of);
        }
    }

    record SentThing(String of) {

        SentThing {
            Thing.valueOf(of);
        }
    }

    record OfThing(@RequestBody SentThing thing) {}

    @RestController
    static class Things {

        @GetMapping("/thing")
        String asked(@Depends Events events, @RequestParam Thing of) {
            return "thing";
        }

        @GetMapping("/thing/{of}")
        String found(@Depends Events events, @PathVariable Thing of) {
            return "thing";
        }

        @PostMapping("/thing")
        String sent(@Depends Events events, @RequestBody SentThing thing) {
            return "thing";
        }

        @PostMapping("/thing/dependency")
        String sent(@Depends OfThing thing) {
            return "thing";
        }
    }

    @Validated
    @RestController
    static class Checked {

        @GetMapping("/checked")
        String checked(@Depends Events events, @RequestParam @Min(1) int n) {
            return "checked";
        }
    }

    @Validated
    @RestController
    static class Handling {

        @GetMapping("/handled")
        String handled(@Depends CurrentUser user, @RequestParam @Min(1) int n) {
            return "handled";
        }

        @PostMapping("/handled")
        String handled(@Depends CurrentUser user, @Valid @RequestBody Item item) {
            return "handled";
        }

        @ExceptionHandler
        String type(MethodArgumentTypeMismatchException fault) {
            return "type " + fault.getName();
        }

        @ExceptionHandler
        String violated(ConstraintViolationException fault) {
            return "violated";
        }

        @ExceptionHandler
        String unreadable(HttpMessageNotReadableException fault) {
            return "unreadable";
        }

        @ExceptionHandler
        String invalid(MethodArgumentNotValidException fault) {
            return "invalid " + fault.getFieldErrors().get(0).getField();
        }
    }
}
