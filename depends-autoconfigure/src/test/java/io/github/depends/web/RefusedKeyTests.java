package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class RefusedKeyTests {

    private static App app;
    private static App first;

    @BeforeAll
    static void start() {
        app = App.start(Shop.class, "spring.web.locale=en");
        first = App.start(Shop.class, "depends.validation.accumulate=false");
    }

    @AfterAll
    static void stop() {
        app.close();
        first.close();
    }

    static Stream<String> refused() {
        return Stream.of(
                "items[99999].v",
                "items[abc].v",
                "items[-1].v",
                "items[99999999999999999999].v",
                "items[]x].v",
                "items[0][1].v",
                "scores[abc]",
                "scores[-1]",
                "scores[99999]",
                "numbers[abc]",
                "numbers[-1]",
                "numbers[99999]",
                "numbers[2147483648]",
                "names[abc]",
                "names[0]",
                "set[5].v",
                "set[x].v",
                "byNumber[HELLO].v",
                "plain[HELLO]",
                "plain[0]",
                "shape.size");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void answersAKeyThatCannotBeBoundWithAFault(String key) {
        for (App each : List.of(app, first)) {
            for (String path : List.of("/beans", "/dependency", "/bindsNothing")) {
                HttpResponse<String> answer = post(each, path, key + "=1");

                assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(400);
                assertThat(answer.body())
                        .doesNotContain("HELLO", "99999", "abc")
                        .contains("\"in\":\"form\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"items[99999].v", "items[abc].v", "items[-1].v", "items[2147483648].v", "byNumber[HELLO].v"})
    void answersSuchAKeyOfARecordWithAFaultOrLeavesItOut(String key) {
        assertThat(post(app, "/records", key + "=1").statusCode()).isIn(200, 400);
        assertThat(post(app, "/records", key + "=1").body()).doesNotContain("HELLO", "99999", "abc");
    }

    @Test
    void namesTheProperty() {
        assertThat(post(app, "/beans", "items[99999].v=1").body())
                .contains(
                        "{\"in\":\"form\",\"name\":\"items[*]\",\"code\":\"type\",\"message\":\"has the wrong type\"}");
        assertThat(post(app, "/beans", "items[3].v=x").body()).contains("\"name\":\"items[3].v\"");
        assertThat(post(app, "/beans", "items[3].v=1").body()).isEqualTo("4");
    }

    @Test
    void tellsItWithTheOtherFaults() {
        assertThat(post(app, "/beans?limit=x", "items[99999].v=1").body())
                .contains("2 request parameters are invalid", "\"name\":\"limit\"", "\"name\":\"items[*]\"");
    }

    @Test
    void leavesTheFailureOfAGetterAFailureOfTheServer() {
        assertThat(post(app, "/beans", "failing.v=1").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "map[[k]HELLO]",
                "map[k[HELLO]]",
                "map[[HELLO]]",
                "map[a]HELLO]",
                "map[a]b[HELLO",
                "map[HELLO",
                "map['HELLO']",
                "map[\"HELLO\"]",
                "map[a.HELLO]",
                "map[a].HELLO",
                "map[a].b[HELLO].c",
                "items[0].map[[k]HELLO]",
                "items[0].map[x].HELLO]",
                "nested[[HELLO]x].v",
                "nested[x].map[[y]HELLO]",
                "nested[x].HELLO"
            })
    void echoesNoKeyHoweverBracketsNest(String key) {
        HttpResponse<String> answer = post(app, "/beans", key + "=abc");

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("HELLO");
    }

    private static HttpResponse<String> post(App to, String path, String pair) {
        int equals = pair.lastIndexOf('=');
        return to.send(
                "POST",
                path,
                URLEncoder.encode(pair.substring(0, equals), StandardCharsets.UTF_8) + pair.substring(equals),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    record Page(@RequestParam(defaultValue = "1") int limit) {}

    record Filled(@ModelAttribute Basket basket) {}

    record Line(int v, Map<String, Integer> map) {}

    record Lines(List<Line> items, Map<Integer, Line> byNumber) {}

    interface Shape {
        int getSize();
    }

    public static class Item {

        private int v;
        private Map<String, Integer> map = new HashMap<>();

        public int getV() {
            return v;
        }

        public void setV(int v) {
            this.v = v;
        }

        public Map<String, Integer> getMap() {
            return map;
        }

        public void setMap(Map<String, Integer> map) {
            this.map = map;
        }
    }

    public static class Basket {

        private final List<Item> items = new ArrayList<>();
        private final List<Integer> scores = new ArrayList<>();
        private final Set<String> names = new HashSet<>(Set.of("a"));
        private final Set<Item> set = new HashSet<>();
        private final Map<Integer, Item> byNumber = new HashMap<>();
        private final Map<String, Integer> map = new HashMap<>();
        private final Map<String, Item> nested = new HashMap<>();
        private int[] numbers = new int[2];
        private String plain = "x";
        private Shape shape;

        public List<Item> getItems() {
            return items;
        }

        public List<Integer> getScores() {
            return scores;
        }

        public Set<String> getNames() {
            return names;
        }

        public Set<Item> getSet() {
            return set;
        }

        public Map<Integer, Item> getByNumber() {
            return byNumber;
        }

        public Map<String, Integer> getMap() {
            return map;
        }

        public Map<String, Item> getNested() {
            return nested;
        }

        public int[] getNumbers() {
            return numbers;
        }

        public void setNumbers(int[] numbers) {
            this.numbers = numbers;
        }

        public String getPlain() {
            return plain;
        }

        public void setPlain(String plain) {
            this.plain = plain;
        }

        public Shape getShape() {
            return shape;
        }

        public void setShape(Shape shape) {
            this.shape = shape;
        }

        public Item getFailing() {
            throw new IllegalStateException("a bug");
        }
    }

    @RestController
    static class Shop {

        @PostMapping("/beans")
        String beans(@Depends Page page, @ModelAttribute Basket basket) {
            return String.valueOf(basket.getItems().size());
        }

        @PostMapping("/dependency")
        String dependency(@Depends Filled filled) {
            return "filled";
        }

        @PostMapping("/bindsNothing")
        String bindsNothing(@Depends Events events, @ModelAttribute Basket basket) {
            return "bound";
        }

        @PostMapping("/records")
        String records(@Depends Page page, @ModelAttribute Lines lines) {
            return "lines";
        }
    }
}
