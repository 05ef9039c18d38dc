package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

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
        newer = App.start(Reads.class, Controller.class, TypedController.class);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boxed",
                "listed",
                "numbers",
                "id",
                "ids",
                "optional",
                "instant",
                "collected",
                "constant",
                "told",
            })
    void saysNothingWhereTwoTypesHaveOneSchema(String name) {
        assertThat(startUp).doesNotContain("parameter '" + name + "' is declared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "text", "unique", "single", "other", "items", "uuid"})
    void warnsWhereTwoTypesHaveDifferentSchemas(String name) {
        assertThat(startUp).contains("The query parameter '" + name + "' is declared with another type by Second(");
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

    @Test
    void keepsAFormFieldApartFromOthersOfItsName() {
        assertThat(document31
                        .operation("post", "/places/{id}")
                        .path("parameters")
                        .size())
                .isEqualTo(2);
        assertThat(form("/places/{id}", document31).toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\",\"format\":\"int32\"}},"
                        + "\"required\":[\"id\"]}");
    }

    @Test
    void narrowsASharedFormFieldToo() {
        for (Document document : List.of(document31, document30)) {
            for (String path : List.of("/fields", "/field")) {
                JsonNode form = form(path, document);
                assertThat(form.at("/properties/stars/minimum").asInt()).isEqualTo(2);
                assertThat(form.at("/properties/stars/maximum").asInt()).isEqualTo(5);
                assertThat(form.path("required").toString()).isEqualTo("[\"stars\"]");
            }
        }
    }

    @Test
    void tellsPartsApartByTheirNamesInTheRequest() {
        assertThat(document31
                        .operation("post", "/halves")
                        .at("/requestBody/content/multipart~1form-data/schema/properties")
                        .propertyNames())
                .containsExactly("left", "right");
    }

    private static JsonNode form(String path, Document document) {
        return document.operation("post", path).at("/requestBody/content/application~1x-www-form-urlencoded/schema");
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

    enum Colour {
        RED,
        BLUE
    }

    enum Paint {
        RED,
        BLUE
    }

    enum Taste {
        SWEET
    }

    record First(
            @RequestParam int boxed,
            @RequestParam List<String> listed,
            @RequestParam int[] numbers,
            @RequestParam Long id,
            @RequestParam Optional<Integer> optional,
            @RequestParam Instant instant,
            @RequestParam Collection<String> collected,
            @RequestParam Colour constant,
            @RequestParam String told,
            @RequestParam int wide,
            @RequestParam String text,
            @RequestParam List<String> unique,
            @RequestParam String single,
            @RequestParam Colour other,
            @RequestParam List<Integer> items,
            @RequestParam String uuid) {}

    record Second(
            @RequestParam Integer boxed,
            @RequestParam String[] listed,
            @RequestParam List<Integer> numbers,
            @RequestParam Integer optional,
            @RequestParam Date instant,
            @RequestParam ArrayList<String> collected,
            @RequestParam Paint constant,

            @Schema(type = "string", implementation = String.class) @RequestParam
            StringBuilder told,

            @RequestParam long wide,
            @RequestParam int text,
            @RequestParam Set<String> unique,
            @RequestParam List<String> single,
            @RequestParam Taste other,
            @RequestParam List<Long> items,
            @RequestParam UUID uuid) {}

    abstract static class Generic<K> {

        @GetMapping("/typed")
        String typed(
                @RequestParam K id,
                @RequestParam List<K> ids,
                @Depends First first,
                @Depends Second second,
                @Depends Ids more) {
            return "";
        }
    }

    record Ids(@RequestParam Long[] ids) {}

    @RestController
    static class TypedController extends Generic<Long> {}

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

        @Dependency(name = "places")
        String places(@RequestHeader("id") String header, @RequestParam("id") int form) {
            return header;
        }

        @Dependency(name = "left")
        String left(@RequestPart("left") Draft draft) {
            return draft.title();
        }

        @Dependency(name = "right")
        String right(@RequestPart("right") Draft draft) {
            return draft.title();
        }

        @Dependency(name = "loose")
        String loose(@RequestParam(required = false) @Max(9) @Min(2) Integer stars) {
            return "";
        }

        @Dependency(name = "strict")
        String strict(@RequestParam @Max(5) Integer stars) {
            return "";
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

        @PostMapping(path = "/places/{id}", consumes = "application/x-www-form-urlencoded")
        String places(@PathVariable("id") long path, @Depends(name = "places") String others) {
            return "";
        }

        @PostMapping(path = "/fields", consumes = "application/x-www-form-urlencoded")
        String fields(@Depends(name = "loose") String loose, @Depends(name = "strict") String strict) {
            return "";
        }

        @PostMapping(path = "/field", consumes = "application/x-www-form-urlencoded")
        String field(
                @RequestParam(required = false) @Max(9) @Min(2) Integer stars,
                @Depends(name = "strict") String strict) {
            return "";
        }

        @PostMapping(path = "/halves", consumes = "multipart/form-data")
        String halves(@Depends(name = "left") String left, @Depends(name = "right") String right) {
            return "";
        }
    }
}
