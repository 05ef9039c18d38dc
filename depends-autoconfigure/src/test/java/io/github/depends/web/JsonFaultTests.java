package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong in a JSON body is told by its path, and missing values by another code than wrong ones. */
class JsonFaultTests {

    private static App lenient;
    private static App strict;

    @BeforeAll
    static void start() {
        lenient = App.start(Orders.class);
        strict = App.start(
                Orders.class,
                "spring.jackson.deserialization.fail-on-unknown-properties=true",
                "spring.jackson.deserialization.fail-on-ignored-properties=true",
                "spring.jackson.deserialization.fail-on-missing-creator-properties=true",
                "spring.jackson.deserialization.accept-float-as-int=false");
    }

    @AfterAll
    static void stop() {
        lenient.close();
        strict.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order   | {}                                        | quantity missing
            order   | {"quantity":null}                         | quantity missing
            order   | {"quantity":3000000000}                   | quantity type
            order   | {"quantity":-3000000000.5}                | quantity type
            order   | {"quantity":1e400}                        | quantity type
            order   | {"quantity":"3000000000"}                 | quantity type
            order   | {"quantity":""}                           | quantity type
            order   | {"quantity":"x"}                          | quantity type
            order   | {"quantity":true}                         | quantity type
            order   | {"quantity":[]}                           | quantity type
            order   | {"quantity":01}                           | ' unreadable'
            order   | {"quantity":1}{}                          | ' unreadable'
            order   | {"quantity":1} x                          | ' unreadable'
            order   | null                                      | ' missing'
            order   | 3                                         | ' type'
            order   | []                                        | ' type'
            bean    | {"count":null}                            | count missing
            bean    | {"count":3000000000}                      | count type
            bean    | {"small":70000}                           | small type
            bean    | {"tiny":300}                              | tiny type
            bean    | {"big":99999999999999999999}              | big type
            bean    | {"boxed":3000000000}                      | boxed type
            bean    | {"huge":"x"}                              | huge type
            bean    | {"flag":null}                             | flag missing
            bean    | {"flag":1.5}                              | flag type
            bean    | {"letter":null}                           | letter missing
            bean    | {"ratio":null}                            | ratio missing
            bean    | {"ratio":"x"}                             | ratio type
            created | {"name":"x"}                              | amount missing
            created | {"amount":1}                              | name missing
            created | {"amount":3000000000,"name":"x"}          | amount type
            nested  | {"order":{}}                              | order.quantity missing
            nested  | {"orders":[{"quantity":1},{}]}            | orders[1].quantity missing
            nested  | {"orders":[{"quantity":3000000000}]}      | orders[0].quantity type
            nested  | {"byName":{"planted-5ecret":{}}}          | byName[*].quantity missing
            nested  | {"byName":{"planted-5ecret":{"quantity":3000000000}}} | byName[*].quantity type
            nested  | {"ints":[1,null]}                         | ints[1] missing
            nested  | {"ints":[1,3000000000]}                   | ints[1] type
            nested  | {"boxes":[3000000000]}                    | boxes[0] type
            nested  | {"maybe":3000000000}                      | maybe type
            nested  | {"color":"planted-5ecret"}                | color type
            nested  | {"color":7}                               | color type
            nested  | {"date":"planted-5ecret"}                 | date type
            nested  | {"at":1e40}                               | at type
            nested  | {"at":99999999999999999999}               | at type
            nested  | {"id":"planted-5ecret"}                   | id type
            nested  | {"named":{}}                              | named.the_amount missing
            nested  | {"named":{"amount":3000000000}}           | named.the_amount type
            nested  | {"strict":null}                           | strict missing
            nested  | {"pet":{}}                                | pet.kind missing
            nested  | {"pet":{"kind":"planted-5ecret"}}         | pet.kind type
            nested  | {"pet":{"kind":"cat"}}                    | pet.lives missing
            nested  | {"pet":{"kind":"cat","lives":3000000000}} | pet.lives type
            wrapped | {}                                        | quantity missing
            wrapped | {"quantity":3000000000}                   | quantity type
            list    | [{"quantity":1},{}]                       | [1].quantity missing
            list    | [{"quantity":3000000000}]                 | [0].quantity type
            list    | [{"quantity":1},null,3]                   | [2] type
            map     | {"planted-5ecret":{}}                     | [*].quantity missing
            number  | 3000000000                                | ' type'
            number  | null                                      | ' missing'
            """)
    void tellsWhatIsWrongAndWhere(String path, String json, String fault) {
        assertThat(fault(lenient, "/own/" + path, json)).isEqualTo("body " + fault);
        assertThat(fault(lenient, "/dependency/" + path, json)).isEqualTo("body " + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order   | {"quantity":1.5}                  | quantity type
            order   | {"quantity":1,"planted-5ecret":1} | [*] unreadable
            order   | {"quantity":1,"ignored":1}        | [*] unreadable
            created | {"name":"x"}                      | amount missing
            nested  | {"order":{"quantity":1.5}}        | order.quantity type
            nested  | {"order":null}                    | orders missing
            """)
    void tellsWhatAStrictMapperRefuses(String path, String json, String fault) {
        assertThat(fault(strict, "/own/" + path, json)).isEqualTo("body " + fault);
        assertThat(fault(strict, "/dependency/" + path, json)).isEqualTo("body " + fault);
    }

    @Test
    void tellsNumbersThatNobodyCanRead() {
        assertThat(fault(lenient, "/own/order", "{\"quantity\":" + "9".repeat(1200) + "}"))
                .isEqualTo("body  unreadable");
    }

    @Test
    void tellsPartsAlike() {
        String parts = "--b\r\nContent-Disposition: form-data; name=\"order\"\r\nContent-Type: application/json\r\n\r\n"
                + "%s\r\n--b--\r\n";
        String type = "multipart/form-data; boundary=b";
        assertThat(fault(lenient.send("POST", "/part?page=1", parts.formatted("{}"), "Content-Type", type)))
                .isEqualTo("part order.quantity missing");
        assertThat(fault(lenient.send(
                        "POST", "/part?page=1", parts.formatted("{\"quantity\":3000000000}"), "Content-Type", type)))
                .isEqualTo("part order.quantity type");
    }

    private static String fault(App app, String path, String json) {
        return fault(app.post(path + "?page=1", json));
    }

    private static String fault(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body()
                .replaceFirst(
                        "(?s).*\"errors\":\\[\\{\"in\":\"(.*?)\",\"name\":\"(.*?)\",\"code\":\"(.*?)\".*", "$1 $2 $3");
    }

    record Page(@RequestParam int page) {}

    @JsonIgnoreProperties("ignored")
    record Order(int quantity) {}

    enum Color {
        RED
    }

    record Named(
            @JsonProperty("the_amount") @JsonAlias("amount") int amount) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
    interface Pet {}

    record Cat(int lives) implements Pet {}

    record Nested(
            Order order,
            List<Order> orders,
            Map<String, Order> byName,
            int[] ints,
            List<Integer> boxes,
            Optional<Integer> maybe,
            Color color,
            LocalDate date,
            Instant at,
            UUID id,
            Named named,
            @JsonSetter(nulls = Nulls.FAIL) String strict,
            Pet pet) {}

    record Wrapped(@JsonUnwrapped Order order) {}

    static final class Created {

        @JsonCreator
        Created(@JsonProperty("amount") int amount, @JsonProperty(value = "name", required = true) String name) {}
    }

    static final class Bean {

        public int count;
        public short small;
        public byte tiny;
        public long big;
        public Integer boxed;
        public BigInteger huge;
        public boolean flag;
        public char letter;
        public double ratio;
    }

    record OfOrder(@RequestBody Order body) {}

    record OfBean(@RequestBody Bean body) {}

    record OfCreated(@RequestBody Created body) {}

    record OfNested(@RequestBody Nested body) {}

    record OfWrapped(@RequestBody Wrapped body) {}

    record OfList(@RequestBody List<Order> body) {}

    record OfMap(@RequestBody Map<String, Order> body) {}

    record OfNumber(@RequestBody int body) {}

    @RestController
    static class Orders {

        @PostMapping("/own/order")
        void own(@Depends Page page, @RequestBody Order body) {}

        @PostMapping("/own/bean")
        void own(@Depends Page page, @RequestBody Bean body) {}

        @PostMapping("/own/created")
        void own(@Depends Page page, @RequestBody Created body) {}

        @PostMapping("/own/nested")
        void own(@Depends Page page, @RequestBody Nested body) {}

        @PostMapping("/own/wrapped")
        void own(@Depends Page page, @RequestBody Wrapped body) {}

        @PostMapping("/own/list")
        void own(@Depends Page page, @RequestBody List<Order> body) {}

        @PostMapping("/own/map")
        void own(@Depends Page page, @RequestBody Map<String, Order> body) {}

        @PostMapping("/own/number")
        void own(@Depends Page page, @RequestBody int body) {}

        @PostMapping("/dependency/order")
        void dependency(@Depends OfOrder body) {}

        @PostMapping("/dependency/bean")
        void dependency(@Depends OfBean body) {}

        @PostMapping("/dependency/created")
        void dependency(@Depends OfCreated body) {}

        @PostMapping("/dependency/nested")
        void dependency(@Depends OfNested body) {}

        @PostMapping("/dependency/wrapped")
        void dependency(@Depends OfWrapped body) {}

        @PostMapping("/dependency/list")
        void dependency(@Depends OfList body) {}

        @PostMapping("/dependency/map")
        void dependency(@Depends OfMap body) {}

        @PostMapping("/dependency/number")
        void dependency(@Depends OfNumber body) {}

        @PostMapping("/part")
        void part(@Depends Page page, @RequestPart Order order) {}
    }
}
