package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

class EchoTests {

    private static final String MARK = "hElLo";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=b";

    private static App app;
    private static App detailed;

    @BeforeAll
    static void start() {
        app = App.start(Places.class, "spring.jackson.deserialization.fail-on-unknown-properties=true");
        detailed = App.start(Places.class, "spring.mvc.problemdetails.enabled=true");
    }

    @AfterAll
    static void stop() {
        app.close();
        detailed.close();
    }

    static Stream<Sent> requests() {
        return Stream.of(
                        Stream.of(
                                        "day=@",
                                        "day=MONDAY&date=@",
                                        "day=MONDAY&@=1",
                                        "day=MONDAY&n=@&n=@",
                                        "day[]=@",
                                        "day=MONDAY&page[@]=1")
                                .map(query -> sent("/values/1?" + query.replace("[", "%5B"), JSON, "{}")),
                        Stream.of("/values/@?day=MONDAY", "/values/1;v=@?day=MONDAY", "/values/1;@=@?day=MONDAY")
                                .map(path -> sent(path, JSON, "{}")),
                        Stream.of(
                                        "@",
                                        "\"@\"",
                                        "{\"@\":1}",
                                        "{\"day\":\"@\"}",
                                        "{\"date\":\"@\"}",
                                        "{\"count\":\"@\"}",
                                        "{\"byKey\":{\"@\":\"x\"}}",
                                        "{\"byKey\":{\"@\":{\"@\":1}}}",
                                        "{\"byDay\":{\"@\":1}}",
                                        "{\"byNumber\":{\"@\":1}}",
                                        "{\"entry\":{\"@\":\"x\"}}",
                                        "{\"entry\":{\"@\":1,\"x@\":2}}",
                                        "{\"shape\":{\"kind\":\"@\"}}",
                                        "{\"shape\":{\"kind\":\"circle\",\"@\":1}}",
                                        "{\"shape\":{\"kind\":\"circle\",\"r\":\"@\"}}",
                                        "{\"any\":{\"@\":\"x\"}}",
                                        "{\"any\":{\"@\":{\"@\":[]}}}",
                                        "{\"wrapped\":{\"@\":{\"r\":1}}}",
                                        "{\"lists\":{\"@\":[[\"@\"]]}}",
                                        "{\"checked\":{\"@\":{\"count\":0}}}",
                                        "{\"COUNT@\":1}",
                                        "{\"flat@\":1}",
                                        "{\"@")
                                .map(body -> sent("/json", JSON, body)),
                        Stream.of(
                                        "count=@",
                                        "@=1",
                                        "@.count=1",
                                        "byKey[@]=x",
                                        "byKey[[@]@]=x",
                                        "items[@].count=1",
                                        "items[0].@=1",
                                        "items[0].count=@",
                                        "items[0].@[0]=1",
                                        "day=@",
                                        "!count=@",
                                        "_count=@",
                                        "count[]=@",
                                        "count.@=1",
                                        "items=@")
                                .map(pair -> sent("/form", FORM, encoded(pair))),
                        Stream.of(
                                        part("name=\"meta\"", JSON, "{\"@\":1}"),
                                        part("name=\"meta\"", JSON, "{\"count\":\"@\"}"),
                                        part(
                                                "name=\"meta\"; filename=\"@\"",
                                                JSON,
                                                "{\"checked\":{\"@\":{\"count\":0}}}"),
                                        part("name=\"@\"; filename=\"@\"", "text/@", "@"),
                                        part("name=\"meta\"", "text/@", "@"),
                                        part("name=\"file\"; filename=\"@\"", "text/plain", "@"))
                                .map(body -> sent("/parts", PARTS, body)),
                        Stream.of("text/@", "application/json;charset=@", "@", "multipart/form-data; boundary=@")
                                .flatMap(type ->
                                        Stream.of("/json", "/form", "/parts").map(path -> sent(path, type, "@"))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void echoesNothingThatTheClientHasChosen(Sent sent) {
        HttpResponse<String> answer = sent.to(app);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 415);
        if (answer.statusCode() == 400) {
            assertThat(answer.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("hello");
            assertThat(answer.headers().map().toString()).doesNotContain(MARK);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void echoesNothingWhereSpringTellsDetails(Sent sent) {
        HttpResponse<String> answer = sent.to(detailed);

        if (answer.statusCode() == 400) {
            assertThat(answer.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("hello");
        }
    }

    @Test
    void keepsTheDeclaredNamesOfATypeThatTakesAny() {
        assertThat(name("/json", "{\"any\":{\"declared\":\"x\"}}")).isEqualTo("any.declared");
        assertThat(name("/json", "{\"any\":{\"renamed-here\":\"x\"}}")).isEqualTo("any.renamed-here");
        assertThat(name("/json", "{\"any\":{\"alias\":\"x\"}}")).isEqualTo("any.original");
        assertThat(name("/json", "{\"any\":{\"other\":\"x\"}}")).isEqualTo("any[*]");
        assertThat(name("/json", "{\"anyParameter\":{\"declared\":\"x\"}}")).isEqualTo("anyParameter.declared");
        assertThat(name("/json", "{\"anyParameter\":{\"other\":\"x\"}}")).isEqualTo("anyParameter[*]");
        assertThat(name("/json", "{\"anyField\":{\"declared\":\"x\"}}")).isEqualTo("anyField.declared");
        assertThat(name("/json", "{\"anyField\":{\"other\":\"x\"}}")).isEqualTo("anyField[*]");
    }

    @Test
    void keepsTheDeclaredNamesOfOtherTypes() {
        assertThat(name("/json", "{\"flatCount\":\"x\"}")).isEqualTo("flatCount");
        assertThat(name("/json", "{\"shape\":{\"kind\":\"circle\",\"r\":\"x\"}}"))
                .isEqualTo("shape.r");
        assertThat(name("/json", "{\"lists\":{\"k\":[[\"x\"]]}}")).isEqualTo("lists[*][0][0]");
        assertThat(name("/json", "{\"entry\":{\"k\":\"x\"}}"))
                .startsWith("entry")
                .doesNotContain("k");
    }

    private static String name(String path, String body) {
        HttpResponse<String> answer = app.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body().replaceAll(".*?\"name\":\"(.*?)\".*", "$1");
    }

    private static Sent sent(String path, String type, String body) {
        return new Sent(path.replace("@", MARK), type.replace("@", MARK), body.replace("@", MARK));
    }

    private static String encoded(String pair) {
        int equals = pair.lastIndexOf('=');
        return URLEncoder.encode(pair.substring(0, equals).replace("@", MARK), StandardCharsets.UTF_8)
                + pair.substring(equals);
    }

    private static String part(String disposition, String type, String body) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n" + body
                + "\r\n--b--\r\n";
    }

    record Sent(String path, String type, String body) {

        HttpResponse<String> to(App app) {
            return app.send(
                    "POST", path, body, "Content-Type", type, "X-Mark", MARK, "Cookie", "mark=" + MARK, MARK, MARK);
        }
    }

    record Page(
            @RequestHeader(name = "X-Mark", required = false)
            Integer mark,

            @CookieValue(name = "mark", required = false) Integer cookie) {}

    record Counted(@Min(1) int count) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
    interface Shape {}

    record Circle(int r) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes(@JsonSubTypes.Type(value = Ball.class, name = "ball"))
    interface Wrapped {}

    record Ball(int r) implements Wrapped {}

    static class Any {

        public int declared;

        @JsonProperty("renamed-here")
        public int renamed;

        @JsonAlias("alias")
        public int original;

        @JsonAnySetter
        public void put(String name, int value) {}
    }

    record AnyParameter(int declared, @JsonAnySetter Map<String, Integer> others) {}

    static class AnyField {

        public int declared;

        @JsonAnySetter
        public Map<String, Integer> others = new HashMap<>();
    }

    static class Flat {

        public int flatCount;
    }

    static class Body {

        public DayOfWeek day;
        public LocalDate date;
        public int count;
        public Map<String, Integer> byKey;
        public Map<DayOfWeek, Integer> byDay;
        public Map<Integer, Integer> byNumber;
        public Map.Entry<String, Integer> entry;
        public Map<String, List<List<Integer>>> lists;
        public Map<String, @Valid Counted> checked;
        public Shape shape;
        public Wrapped wrapped;
        public Any any;
        public AnyParameter anyParameter;
        public AnyField anyField;

        @JsonUnwrapped
        public Flat flat = new Flat();

        @NotNull public String required;
    }

    public static class Item {

        private int count;

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }

    public static class Form extends Item {

        private Map<String, Integer> byKey = new HashMap<>();
        private List<Item> items = new ArrayList<>();
        private DayOfWeek day;

        public Map<String, Integer> getByKey() {
            return byKey;
        }

        public void setByKey(Map<String, Integer> byKey) {
            this.byKey = byKey;
        }

        public List<Item> getItems() {
            return items;
        }

        public void setItems(List<Item> items) {
            this.items = items;
        }

        public DayOfWeek getDay() {
            return day;
        }

        public void setDay(DayOfWeek day) {
            this.day = day;
        }
    }

    @RestController
    static class Places {

        @PostMapping("/values/{id}")
        String values(
                @Depends Page page,
                @PathVariable int id,
                @MatrixVariable(required = false) Integer v,
                @RequestParam DayOfWeek day,
                @RequestParam(required = false) LocalDate date,
                @RequestParam(required = false) List<Integer> n) {
            return "values";
        }

        @PostMapping("/json")
        String json(@Depends Page page, @Valid @RequestBody Body body) {
            return "json";
        }

        @PostMapping("/form")
        String form(@Depends Page page, @Valid @ModelAttribute Form form) {
            return "form";
        }

        @PostMapping("/parts")
        String parts(@Depends Page page, @Valid @RequestPart Body meta, @RequestPart MultipartFile file) {
            return "parts";
        }
    }
}
