package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What two declare is documented once, as both together allow it. */
@ExtendWith(OutputCaptureExtension.class)
class SharedParameterTests {

    private static App newer;
    private static App older;
    private static Document document31;
    private static Document document30;
    private static String startUp;

    @BeforeAll
    static void start(CapturedOutput output) {
        newer = App.start(Reads.class, Controller.class);
        startUp = output.getOut();
        older = App.start(Reads.class, Controller.class, "springdoc.api-docs.version=openapi_3_0");
        document31 = Document.of(newer);
        document30 = Document.of(older);
    }

    @AfterAll
    static void stop() {
        newer.close();
        older.close();
    }

    @Test
    void listsAParameterOnce() {
        assertThat(document31.operation("get", "/shared").path("parameters").size())
                .isEqualTo(4);
    }

    @Test
    void takesTheConstraintOfTheDependencyWhereTheEndpointHasNone() {
        assertThat(schema(document31, "header", "X-Token"))
                .isEqualTo("{\"type\":\"string\",\"maxLength\":10,\"minLength\":1}");
        assertThat(schema(document30, "header", "X-Token"))
                .isEqualTo("{\"maxLength\":10,\"minLength\":1,\"type\":\"string\"}");
    }

    @Test
    void takesTheNarrowerBoundOfEach() {
        assertThat(document31
                        .parameter("get", "/shared", "query", "limit")
                        .at("/schema/minimum")
                        .asInt())
                .isEqualTo(5);
        assertThat(document31
                        .parameter("get", "/shared", "query", "limit")
                        .at("/schema/maximum")
                        .asInt())
                .isEqualTo(50);
        assertThat(document30
                        .parameter("get", "/shared", "query", "price")
                        .at("/schema/exclusiveMinimum")
                        .asBoolean())
                .isTrue();
        assertThat(document31.parameter("get", "/shared", "query", "price").at("/schema/exclusiveMinimum"))
                .isEqualTo(
                        document31.parameter("get", "/alone", "query", "price").at("/schema/exclusiveMinimum"));
    }

    @Test
    void requiresWhatOneOfThemRequires() {
        assertThat(document31
                        .parameter("get", "/shared", "query", "limit")
                        .path("required")
                        .asBoolean())
                .isTrue();
        assertThat(document31
                        .parameter("get", "/shared", "query", "limit")
                        .at("/schema")
                        .has("default"))
                .isFalse();
    }

    @Test
    void leavesOtherOperationsWithTheSameTypeAlone() {
        assertThat(document31
                        .parameter("get", "/alone", "header", "X-Token")
                        .path("schema")
                        .toString())
                .isEqualTo("{\"type\":\"string\"}");
    }

    @Test
    void warnsWhereNeitherIsTheStricter() {
        assertThat(startUp)
                .contains("The query parameter 'code' is declared with another pattern")
                .doesNotContain("parameter 'limit' is declared")
                .doesNotContain("parameter 'X-Token' is declared");
    }

    @Test
    void showsASharedBodyOnceAndRequiredIfOneRequiresIt() {
        assertThat(document31.operation("post", "/body").path("requestBody").toString())
                .isEqualTo("{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Draft\"}}},"
                        + "\"required\":true}");
    }

    @Test
    void showsAGuardsParameterInTheQueryEvenWithAForm() {
        assertThat(document31
                        .parameter("post", "/guarded", "query", "sign")
                        .path("required")
                        .asBoolean())
                .isTrue();
        assertThat(document31
                        .operation("post", "/guarded")
                        .at("/requestBody/content/application~1x-www-form-urlencoded/schema/properties")
                        .propertyNames())
                .containsExactly("text");
    }

    private static String schema(Document document, String in, String name) {
        return document.parameter("get", "/shared", in, name).path("schema").toString();
    }

    record Draft(@NotBlank String title) {}

    record Token(@RequestHeader("X-Token") @NotBlank String value) {}

    record ShortToken(
            @RequestHeader("X-Token") @Size(max = 10) String value) {}

    record Wide(
            @RequestParam(defaultValue = "7") @Min(1) @Max(50) int limit,

            @RequestParam @DecimalMin("3") int price,
            @RequestParam @Pattern(regexp = "a+") String code) {}

    record Narrow(
            @RequestParam @Min(5) @Max(100) int limit,

            @RequestParam @DecimalMin(value = "3", inclusive = false) int price,

            @RequestParam @Pattern(regexp = "b+") String code) {}

    @Component
    static class Reads {

        @Dependency(name = "first")
        Draft first(@RequestBody(required = false) Draft draft) {
            return draft;
        }

        @Dependency(name = "second")
        Draft second(@RequestBody Draft draft) {
            return draft;
        }

        @Dependency(guard = true, name = "sign")
        String sign(@RequestParam String sign) {
            return sign;
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/shared")
        String shared(
                @RequestHeader("X-Token") String token,
                @Depends ShortToken again,
                @Depends Token same,
                @Depends Wide wide,
                @Depends Narrow narrow) {
            return "";
        }

        @GetMapping("/alone")
        String alone(
                @RequestHeader("X-Token") String token,
                @RequestParam @DecimalMin(value = "3", inclusive = false) int price) {
            return "";
        }

        @PostMapping("/body")
        String body(@Depends(name = "first") Draft first, @Depends(name = "second") Draft second) {
            return "";
        }

        @PostMapping(path = "/guarded", consumes = "application/x-www-form-urlencoded")
        String guarded(@Depends(name = "sign") String sign, @RequestParam String text) {
            return "";
        }
    }
}
