package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.InvalidRequestException;
import io.github.depends.InvalidRequestException.RequestError;
import io.github.depends.testing.App;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.test.json.JsonContent;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

@Timeout(120)
class ManyFaultsTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Orders.class, Told.class, Own.class, "spring.web.locale=en");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void listsTheFirstHundredFaultsOfABodyAndCountsTheOthers() {
        HttpResponse<String> answer = app.post("/orders", "[" + "{\"count\":0},".repeat(29_999) + "{\"count\":0}]");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).hasSizeLessThan(20_000);
        assertThat(errors(answer)).isEqualTo(100);
        assertThat(new JsonContent(answer.body()))
                .extractingPath("$.moreErrors")
                .isEqualTo(29_900);
        assertThat(new JsonContent(answer.body()))
                .extractingPath("$.detail")
                .isEqualTo("30000 request parameters are invalid, of which the first 100 are listed");
    }

    @Test
    void countsEachFaultOnce() {
        String body = IntStream.range(0, 5_000)
                .mapToObj(index -> "\"k" + index + "\":{\"count\":0}")
                .collect(Collectors.joining(",", "{", "}"));

        HttpResponse<String> answer = app.post("/map", body);

        assertThat(errors(answer)).isOne();
        assertThat(answer.body()).doesNotContain("moreErrors");
    }

    @Test
    void listsTheFirstHundredFaultsOfAForm() {
        String body = IntStream.range(0, 250)
                .mapToObj(index -> "items[" + index + "].count=x")
                .collect(Collectors.joining("&"));

        HttpResponse<String> answer = app.send("POST", "/form", body, "Content-Type", FORM);

        assertThat(errors(answer)).isEqualTo(100);
        assertThat(answer.body()).contains("\"moreErrors\":150");
    }

    @Test
    void listsTheFirstHundredFaultsOfAPart() {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"orders\"\r\nContent-Type: application/json\r\n\r\n["
                        + "{\"count\":0},".repeat(1_000) + "{\"count\":0}]\r\n--b--\r\n";

        HttpResponse<String> answer =
                app.send("POST", "/parts", body, "Content-Type", "multipart/form-data; boundary=b");

        assertThat(errors(answer)).isEqualTo(100);
        assertThat(answer.body()).contains("\"moreErrors\":901");
    }

    @Test
    void listsTheFirstHundredFaultsOfAll() {
        HttpResponse<String> answer = app.post("/orders?limit=0", "[" + "{\"count\":0},".repeat(99) + "{\"count\":0}]");

        assertThat(errors(answer)).isEqualTo(100);
        assertThat(answer.body()).startsWith("{").contains("\"name\":\"limit\"", "\"moreErrors\":1");
    }

    @Test
    void makesNoTextForWhatIsNotListed() {
        Told.texts.clear();

        HttpResponse<String> answer = app.post("/told", "[" + "{\"word\":\"\"},".repeat(2_000) + "{}]");

        assertThat(errors(answer)).isEqualTo(100);
        assertThat(Told.texts).hasSize(100);
    }

    @Test
    void listsNoMoreOfWhatTheApplicationTells() {
        HttpResponse<String> answer = app.get("/own");

        assertThat(errors(answer)).isEqualTo(100);
        assertThat(answer.body()).contains("\"moreErrors\":43");
    }

    @Test
    void tellsAHandlerOfTheApplicationHowManyMoreThereWere() {
        try (App handled = App.start(Orders.class, Handling.class, "depends.validation.max-errors=3")) {
            assertThat(handled.post("/orders", "[" + "{\"count\":0},".repeat(9) + "{\"count\":0}]")
                            .body())
                    .isEqualTo("3 and 7 more");
        }
    }

    @Test
    void listsOneErrorWhereNoMoreAreWanted() {
        try (App one = App.start(Orders.class, "depends.validation.max-errors=1", "spring.web.locale=en")) {
            assertThat(one.post("/orders", "[{\"count\":0},{\"count\":0}]").body())
                    .contains(
                            "\"detail\":\"2 request parameters are invalid, of which the first is listed\"",
                            "\"moreErrors\":1");
            assertThat(one.post("/orders", "[{\"count\":0}]").body())
                    .contains("\"detail\":\"1 request parameter is invalid\"")
                    .doesNotContain("moreErrors");
        }
    }

    @Test
    void listsTheFirstHundredWhereOnlyTheFirstFaultIsAnswered() {
        try (App first = App.start(Orders.class, "depends.validation.accumulate=false")) {
            HttpResponse<String> answer = first.post("/lines", "[" + "{\"count\":0},".repeat(500) + "{\"count\":0}]");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).hasSizeLessThan(20_000);
        }
    }

    @Test
    void refusesALimitWithWhichNoErrorCouldBeListed() {
        assertThat(App.failure(Orders.class, "depends.validation.max-errors=0"))
                .rootCause()
                .hasMessage("depends.validation.max-errors is 1 or more, not 0");
        assertThat(App.failure(Orders.class, "depends.validation.max-errors=-1"))
                .rootCause()
                .hasMessage("depends.validation.max-errors is 1 or more, not -1");
    }

    @Test
    void keepsTheCountInTheException() {
        RequestError error = new RequestError("query", "limit", "Max", "is too much");

        assertThat(new InvalidRequestException(List.of(error), 7, null))
                .hasMessage("Invalid request: query 'limit' Max and 7 more")
                .extracting(InvalidRequestException::getMoreErrors, InstanceOfAssertFactories.INTEGER)
                .isEqualTo(7);
        assertThat(new InvalidRequestException(List.of(error)).getMoreErrors()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidRequestException(List.of(error), -1, null));
    }

    private static int errors(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return answer.body().split("\"in\":", -1).length - 1;
    }

    record Page(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {}

    record Order(@Min(1) int count) {}

    record Word(@Recorded String word) {}

    record Words(@RequestBody List<@Valid Word> words) {}

    static class Items {

        private List<MutableOrder> items = new ArrayList<>();

        public List<MutableOrder> getItems() {
            return items;
        }

        public void setItems(List<MutableOrder> items) {
            this.items = items;
        }
    }

    static class MutableOrder {

        private int count;

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }

    record Lines(List<@Valid Order> lines) {}

    @RestController
    static class Orders {

        @PostMapping("/orders")
        String orders(@Depends Page page, @RequestBody List<@Valid Order> orders) {
            return "orders";
        }

        @PostMapping("/lines")
        String lines(@Depends Page page, @RequestBody @Valid List<Order> orders) {
            return "lines";
        }

        @PostMapping("/map")
        String map(@Depends Page page, @RequestBody java.util.Map<@NotBlank String, @Valid Order> orders) {
            return "map";
        }

        @PostMapping("/form")
        String form(@Depends Page page, @Valid @ModelAttribute Items items) {
            return "form";
        }

        @PostMapping("/parts")
        String parts(@Depends Page page, @RequestPart List<@Valid Order> orders) {
            return "parts";
        }
    }

    @RestController
    static class Told {

        static final List<String> texts = new java.util.concurrent.CopyOnWriteArrayList<>();

        @PostMapping("/told")
        String words(@Depends Words words) {
            return "told";
        }

        @org.springframework.context.annotation.Bean
        org.springframework.context.support.AbstractMessageSource messageSource() {
            return new org.springframework.context.support.AbstractMessageSource() {
                @Override
                protected java.text.MessageFormat resolveCode(String code, java.util.Locale locale) {
                    if (!code.equals("recorded.text")) {
                        return null;
                    }
                    texts.add(code);
                    return new java.text.MessageFormat("recorded", locale);
                }
            };
        }
    }

    @Component
    static class Refusing {

        @Dependency(name = "refused")
        String refused(@RequestParam(defaultValue = "143") int faults) {
            throw new InvalidRequestException(IntStream.range(0, faults)
                    .mapToObj(index -> new RequestError("query", "n" + index, "Odd", "is odd"))
                    .toList());
        }
    }

    @RestController
    @org.springframework.context.annotation.Import(Refusing.class)
    static class Own {

        @GetMapping("/own")
        String own(@Depends(name = "refused") String refused) {
            return refused;
        }
    }

    @org.springframework.web.bind.annotation.RestControllerAdvice
    static class Handling {

        @ExceptionHandler
        ResponseEntity<String> invalid(InvalidRequestException fault) {
            return ResponseEntity.badRequest()
                    .body(fault.getErrors().size() + " and " + fault.getMoreErrors() + " more");
        }
    }

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @jakarta.validation.Constraint(validatedBy = Never.class)
    @interface Recorded {
        String message() default "{recorded.text}";

        Class<?>[] groups() default {};

        Class<? extends jakarta.validation.Payload>[] payload() default {};
    }

    static class Never implements ConstraintValidator<Recorded, String> {

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return false;
        }
    }
}
