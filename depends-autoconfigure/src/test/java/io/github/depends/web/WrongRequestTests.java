package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Planted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.test.json.JsonContent;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
class WrongRequestTests {

    private static final String SECRET = Planted.SECRET;
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Articles.class,
                ValidatedArticles.class,
                Bodies.class,
                Tenants.class,
                Messages.class,
                "spring.jackson.deserialization.fail-on-unknown-properties=true",
                "spring.web.locale=en");
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
    void tellsTheFaultsOfAllSourcesInOneAnswer() {
        HttpResponse<String> answer = app.post(
                "/articles/planted-5ecret?limit=1000&q=",
                "{\"title\":\"\",\"tagList\":[\"a\",\"b\",\"\"]}",
                "Cookie",
                "sid=planted-5ecret");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonContent(answer.body())).isStrictlyEqualTo("""
                        {"title": "Bad Request", "status": 400, "detail": "7 request parameters are invalid", "route": "/articles/{slug}",
                         "errors": [{"in": "query", "name": "limit", "code": "Max", "message": "must be less than or equal to 100"},
                                    {"in": "header", "name": "X-Tenant", "code": "missing", "message": "is required"},
                                    {"in": "path", "name": "slug", "code": "type", "message": "has the wrong type"},
                                    {"in": "cookie", "name": "sid", "code": "type", "message": "has the wrong type"},
                                    {"in": "query", "name": "q", "code": "Size", "message": "size must be between 1 and 5"},
                                    {"in": "body", "name": "tagList[2]", "code": "NotBlank", "message": "must not be blank"},
                                    {"in": "body", "name": "title", "code": "NotBlank", "message": "must not be blank"}]}
                        """);
        assertThat(app.events().list()).isEmpty();
    }

    @Test
    void tellsWhereInABodyAndNeverByTheClientsKeys() {
        assertThat(errors(app.post("/body", "{\"title\":\"x\",\"items\":{\"planted-5ecret\":{\"count\":0}}}")))
                .containsExactly("body items[*].count Min");
        assertThat(errors(app.post(
                        "/body", "{\"title\":\"x\",\"items\":{\"planted-5ecret\":{\"count\":\"planted-5ecret\"}}}")))
                .containsExactly("body items[*].count type");
        assertThat(errors(app.post("/body", "{\"title\":\"x\",\"items\":{\"12345\":{\"count\":[]}}}")))
                .containsExactly("body items[*].count type");
        assertThat(errors(app.post("/body", "{\"title\":\"x\",\"tagList\":[\"a\",{}]}")))
                .containsExactly("body tagList[1] type");
        assertThat(errors(app.post("/body", "{\"title\":\"x\",\"planted-5ecret\":1}")))
                .containsExactly("body [*] unreadable");
        assertThat(errors(app.post("/any", "{\"planted-5ecret\":\"x\"}"))).containsExactly("body [*] type");
        assertThat(errors(app.post("/body", "{\"title\":\"planted-5ecret"))).containsExactly("body  unreadable");
        assertThat(errors(app.post("/body", "[]"))).containsExactly("body  type");
        assertThat(errors(app.post("/body", ""))).containsExactly("body  missing");
        assertThat(errors(app.post("/body", "null"))).containsExactly("body  missing");
    }

    @Test
    void showsNoValueInMessages() {
        HttpResponse<String> answer = app.post(
                "/body",
                "{\"title\":\"x\",\"direct\":\"planted-5ecret\",\"bundled\":\"planted-5ecret\",\"formatted\":\"planted-5ecret\"}");
        assertThat(errors(answer)).containsExactly("body bundled Size", "body direct Size", "body formatted Size");
        assertThat(answer.body()).contains("bundle ", "direct ", "formatted ").doesNotContain(SECRET);
        answer = app.send(
                "POST",
                "/form",
                "bundled=planted-5ecret&direct=planted-5ecret&age=1",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(errors(answer)).containsExactlyInAnyOrder("form bundled Size", "form direct Size");
        assertThat(answer.body()).contains("bundle ", "direct ").doesNotContain(SECRET);
        answer = app.get("/query?direct=planted-5ecret&bundled=planted-5ecret");
        assertThat(errors(answer)).containsExactlyInAnyOrder("query bundled Size", "query direct Size");
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    @Test
    void echoesNothingAndLogsNothing(CapturedOutput output) {
        for (String path : List.of(
                "/query?direct=planted-5ecret",
                "/matrix/a;v=planted-5ecret",
                "/list?ids=planted-5ecret&ids=0",
                "/planted-5ecret/nested")) {
            HttpResponse<String> answer = app.get(path, "X-Tenant", SECRET, "Cookie", "sid=planted-5ecret");
            assertThat(answer.statusCode()).as(path).isIn(400, 405);
            assertThat(answer.body()).as(path).doesNotContain(SECRET);
        }
        assertThat(output).doesNotContain(SECRET);
    }

    @Test
    void tellsFormsFromQueries() {
        String form = "application/x-www-form-urlencoded";
        assertThat(errors(app.send("POST", "/fields?other=x", "third=x", "Content-Type", form)))
                .containsExactly("form field missing", "query other type", "form third type");
        assertThat(errors(app.send("POST", "/fields?other=x", null)))
                .containsExactly("query field missing", "query other type", "query third missing");
    }

    @Test
    void tellsModelAttributesByTheirProperties() {
        String form = "application/x-www-form-urlencoded";
        assertThat(errors(app.send(
                        "POST",
                        "/form",
                        "age=planted-5ecret&direct=planted-5ecret&scores[planted-5ecret]=x&scores[12345]=x&items[1].count=x",
                        "Content-Type",
                        form)))
                .containsExactlyInAnyOrder(
                        "form age type", "form scores[*] type", "form items[1].count type", "form direct Size");
        assertThat(errors(app.get("/record-form?age=planted-5ecret"))).containsExactly("query age type");
        assertThat(errors(app.get("/record-form?age=1&name=toolong"))).containsExactly("query name Size");
    }

    @Test
    void tellsPartsAndMatrixVariablesAndElements() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n"
                + "{\"title\":\"\"}\r\n--b--\r\n";
        assertThat(errors(app.send("POST", "/parts", body, "Content-Type", "multipart/form-data; boundary=b")))
                .containsExactly("part meta.title NotBlank", "part file missing");
        assertThat(errors(app.get("/matrix/a"))).containsExactly("path v missing");
        assertThat(errors(app.get("/matrix/a;v=x"))).containsExactly("path v type");
        assertThat(errors(app.get("/list?ids=1&ids=0"))).containsExactly("query ids Min");
    }

    @Test
    void leavesFaultsToAnErrorsParameter() {
        assertThat(app.post("/errors", "{\"title\":\"\"}").body()).isEqualTo("1 in title");
        assertThat(app.get("/errors?name=toolong").body()).isEqualTo("1 in name");
        assertThat(errors(app.post("/errors?limit=0", "{\"title\":\"\"}"))).containsExactly("query limit Min");
    }

    @Test
    void tellsEachFaultOnceWhereSeveralBindTheSame() {
        assertThat(errors(app.post("/shared", "{\"title\":\"\"}")))
                .containsExactly("query tenant missing", "body title NotBlank");
        assertThat(errors(app.post("/shared?tenant=a", "{"))).containsExactly("body  unreadable");
        assertThat(app.post("/shared?tenant=a", "{\"title\":\"x\"}").body()).isEqualTo("same x");
    }

    @Test
    void speaksTheLanguageOfTheRequest() {
        HttpResponse<String> answer = app.get("/query?direct=x&bundled=x", "Accept-Language", "de");
        assertThat(answer.statusCode()).isEqualTo(200);
        answer = app.get("/list", "Accept-Language", "de");
        assertThat(answer.body()).contains("\"message\":\"fehlt: ids\"");
        answer = app.get("/list?ids=0", "Accept-Language", "de");
        assertThat(answer.body()).contains("muss größer-gleich 1 sein");
    }

    @Test
    void answersWhateverTheClientAccepts() {
        assertThat(app.get("/list", "Accept", "application/xml").statusCode()).isEqualTo(400);
        for (String accept : List.of("image/png", "text/html", "text/plain", "application/xml", "nonsense")) {
            HttpResponse<String> answer = app.get("/list", "Accept", accept);
            assertThat(answer.statusCode()).as(accept).isIn(400, 406);
            assertThat(answer.body()).as(accept).doesNotContain("/list?");
        }
        assertThat(errors(app.get("/list", "Accept", "text/html"))).containsExactly("query ids missing");
        assertThat(errors(app.get("/csv", "Accept", "text/csv"))).containsExactly("query ids missing");
        HttpResponse<String> head = app.send("HEAD", "/list", null);
        assertThat(head.statusCode()).isEqualTo(400);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void validatesClassesWithValidatedToo() {
        assertThat(errors(app.get("/validated?n=0&limit=0"))).containsExactly("query limit Min", "query n Min");
        assertThat(app.get("/validated?n=5").body()).isEqualTo("5");
        assertThat(app.get("/validated?n=50").statusCode()).isEqualTo(500);
    }

    @Test
    void validatesResults() {
        assertThat(app.get("/result?n=5").body()).isEqualTo("5");
        assertThat(app.get("/result?n=50").statusCode()).isEqualTo(500);
    }

    @Test
    void answersAlikeWhereDependenciesBindNothing() {
        assertThat(errors(app.get("/spring?n=x"))).containsExactly("query n type");
        assertThat(errors(app.get("/spring?n=0"))).containsExactly("query n Min");
        assertThat(app.get("/spring?n=1").body()).isEqualTo("1");
    }

    private static List<String> errors(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(SECRET, "12345", "instance");
        java.util.regex.Matcher errors = java.util.regex.Pattern.compile(
                        "\\{\"in\":\"(.*?)\",\"name\":\"(.*?)\",\"code\":\"(.*?)\"")
                .matcher(answer.body());
        return errors.results()
                .map(error -> error.group(1) + " " + error.group(2) + " " + error.group(3))
                .toList();
    }

    record Page(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {}

    record Tenant(String name) {}

    record Item(@Min(1) int count) {}

    record Article(
            @NotBlank String title,
            List<@NotBlank String> tagList,
            Map<String, @Valid Item> items,

            @Size(max = 3, message = "direct ${validatedValue}") String direct,

            @Size(max = 3, message = "{leaky.message}") String bundled,

            @Size(max = 3, message = "formatted ${formatter.format('%s', validatedValue)}")
            String formatted) {}

    record RecordForm(@Size(max = 3) String name, Integer age) {}

    static class Form {

        private int age;
        private Map<String, Integer> scores = new HashMap<>();
        private List<MutableItem> items = new java.util.ArrayList<>();

        @Size(max = 3, message = "direct ${validatedValue}") private String direct;

        @Size(max = 3, message = "{leaky.message}") private String bundled;

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }

        public Map<String, Integer> getScores() {
            return scores;
        }

        public void setScores(Map<String, Integer> scores) {
            this.scores = scores;
        }

        public List<MutableItem> getItems() {
            return items;
        }

        public void setItems(List<MutableItem> items) {
            this.items = items;
        }

        public String getDirect() {
            return direct;
        }

        public void setDirect(String direct) {
            this.direct = direct;
        }

        public String getBundled() {
            return bundled;
        }

        public void setBundled(String bundled) {
            this.bundled = bundled;
        }
    }

    static class MutableItem {

        private int count;

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }

    static class AnyBody {

        @JsonAnySetter
        public Map<String, Integer> all = new HashMap<>();
    }

    @Component
    static class Tenants {

        @Dependency
        Tenant tenant(@RequestHeader("X-Tenant") @Size(max = 10) String name, @Depends Events events) {
            events.add("tenant");
            return new Tenant(name);
        }

        @Dependency(name = "first")
        Object first(@RequestParam String tenant, @Valid @RequestBody Article article) {
            return article;
        }

        @Dependency(name = "second")
        Object second(@RequestParam String tenant, @RequestBody @NotNull @Valid Article article) {
            return article;
        }
    }

    @RestController
    static class Articles {

        @PostMapping("/articles/{slug}")
        String update(
                @Depends Page page,
                @Depends Tenant tenant,
                @PathVariable int slug,
                @CookieValue int sid,
                @RequestParam @Size(min = 1, max = 5) String q,
                @Valid @RequestBody Article article) {
            return "updated";
        }

        @GetMapping("/{slug}/nested")
        String nested(@Depends Page page, @PathVariable int slug) {
            return "nested";
        }

        @GetMapping("/query")
        String query(
                @Depends Page page,
                @RequestParam(required = false) @Size(max = 3, message = "direct ${validatedValue}") String direct,
                @RequestParam(required = false) @Size(max = 3, message = "{leaky.message}") String bundled) {
            return "query";
        }

        @PostMapping("/fields")
        String fields(
                @Depends Page page, @RequestParam String field, @RequestParam int other, @RequestParam int third) {
            return "fields";
        }

        @GetMapping("/matrix/{segment}")
        String matrix(@Depends Page page, @MatrixVariable int v) {
            return "matrix";
        }

        @GetMapping("/list")
        String list(@Depends Page page, @RequestParam List<@Min(1) Integer> ids) {
            return "list";
        }

        @GetMapping(path = "/csv", produces = "text/csv")
        String csv(@Depends Page page, @RequestParam List<Integer> ids) {
            return "csv";
        }

        @GetMapping("/result")
        @Max(10) int result(@Depends Page page, @RequestParam int n) {
            return n;
        }

        @GetMapping("/spring")
        String spring(@Depends Events events, @RequestParam @Min(1) int n) {
            return String.valueOf(n);
        }
    }

    @RestController
    static class Bodies {

        @PostMapping("/body")
        String body(@Depends Page page, @Valid @RequestBody Article article) {
            return "body";
        }

        @PostMapping("/any")
        String any(@Depends Page page, @RequestBody AnyBody body) {
            return "any";
        }

        @PostMapping("/form")
        String form(@Depends Page page, @Valid @ModelAttribute Form form) {
            return "form";
        }

        @GetMapping("/record-form")
        String recordForm(@Depends Page page, @Valid @ModelAttribute RecordForm form) {
            return "form";
        }

        @PostMapping("/parts")
        String parts(@Depends Page page, @Valid @RequestPart Article meta, @RequestPart String file) {
            return "parts";
        }

        @PostMapping("/errors")
        String errors(@Depends Page page, @Valid @RequestBody Article article, BindingResult result) {
            return result.getErrorCount() + " in "
                    + result.getFieldErrors().get(0).getField();
        }

        @GetMapping("/errors")
        String errors(@Depends Page page, @Valid @ModelAttribute RecordForm form, BindingResult result) {
            return result.getErrorCount() + " in "
                    + result.getFieldErrors().get(0).getField();
        }

        @PostMapping("/shared")
        String shared(
                @Depends(value = Tenants.class, name = "first") Object first,
                @Depends(value = Tenants.class, name = "second") Object second,
                @RequestBody Article third) {
            return (first == second && second == third ? "same " : "different ") + third.title();
        }
    }

    @RestController
    @Validated
    static class ValidatedArticles {

        @GetMapping("/validated")
        @Max(10) int validated(@Depends Page page, @RequestParam @Min(1) int n) {
            return n;
        }
    }

    static class Messages {

        @Bean
        StaticMessageSource messageSource() {
            StaticMessageSource messages = new StaticMessageSource();
            messages.addMessage("depends.validation.missing", Locale.GERMAN, "fehlt: {0}");
            messages.addMessage("leaky.message", Locale.ENGLISH, "bundle ${validatedValue}");
            messages.addMessage("leaky.message", Locale.GERMAN, "bundle ${validatedValue}");
            return messages;
        }
    }
}
