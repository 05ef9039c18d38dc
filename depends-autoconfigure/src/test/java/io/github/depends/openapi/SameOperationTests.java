package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonView;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Two controllers, one with everything on the methods, the other through dependencies: the document is the same. */
class SameOperationTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private static App newer;
    private static App older;
    private static Document document31;
    private static Document document30;

    @BeforeAll
    static void start() {
        List<Object> parts = new ArrayList<>(List.of(
                Direct.class,
                Through.class,
                Reads.class,
                OverloadedOperations.Direct.class,
                OverloadedOperations.Through.class,
                OverloadedOperations.Reads.class));
        newer = App.start(parts.toArray());
        parts.add("springdoc.api-docs.version=openapi_3_0");
        older = App.start(parts.toArray());
        document31 = Document.of(newer);
        document30 = Document.of(older);
    }

    @AfterAll
    static void stop() {
        newer.close();
        older.close();
    }

    static Stream<Arguments> operations() {
        Stream<String> single = Stream.of(
                "get query",
                "get list",
                "get header",
                "get path/{id}/{day}",
                "get cookie",
                "get documented",
                "get nested",
                "get object",
                "get model",
                "get own",
                "post body",
                "post form",
                "post parts",
                "post partly",
                "get kinds/{sort}",
                "get arrays",
                "get told",
                "get made",
                "post drafts",
                "post files",
                "post page",
                "post text",
                "post view");
        return Stream.concat(single, OverloadedOperations.NAMES.stream()).map(name -> Arguments.of(name.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isTheSameInOpenApi31(String method, String path) {
        same(document31, method, path);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isTheSameInOpenApi30(String method, String path) {
        same(document30, method, path);
    }

    private static void same(Document document, String method, String path) {
        assertThat(document.comparable(method, "/through/" + path, "400", "401").toPrettyString())
                .isEqualTo(document.comparable(method, "/direct/" + path).toPrettyString());
    }

    @Test
    void keepsTheSecurityOfSeveralMethodsOnOnePathApart() {
        assertThat(document31
                        .operation("get", "/through/security-both")
                        .path("security")
                        .toString())
                .isEqualTo("[{\"gateway\":[]},{\"gateway\":[],\"key\":[]},{\"gateway\":[],\"bearer\":[]}]");
    }

    @Test
    void isWrittenInTheVersionThatIsAskedFor() {
        assertThat(document31.at("/openapi").asString()).startsWith("3.1");
        assertThat(document30.at("/openapi").asString()).startsWith("3.0");
        assertThat(document31
                        .parameter("get", "/through/query", "query", "limit")
                        .at("/schema/type")
                        .asString())
                .isEqualTo("integer");
        assertThat(document30
                        .parameter("get", "/through/query", "query", "limit")
                        .at("/schema/maximum")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void leavesEndpointsWithoutUsesUntouched() {
        assertThat(document31
                        .operation("get", "/direct/query")
                        .path("responses")
                        .propertyNames())
                .containsExactly("200");
    }

    enum Sort {
        NEWEST,
        OLDEST
    }

    record Draft(@NotBlank @Size(max = 50) String title, List<@Size(min = 2) String> tags) {}

    interface Brief {}

    record Note(
            @JsonView(Brief.class) String title,
            @JsonView(Sort.class) String text) {}

    record Filter(@Min(3) Integer depth, String text) {}

    record Range(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,

            @RequestParam(defaultValue = "0") @Min(0) int offset,

            @RequestParam(required = false) @Size(min = 2, max = 9) String q,

            @RequestParam(defaultValue = "NEWEST") Sort sort,
            @RequestParam Optional<UUID> author,
            @RequestParam(name = "max-age") @Positive long maxAge) {}

    record Many(
            @RequestParam(required = false) @Size(max = 3) List<@Email String> tags,
            @RequestParam Set<Sort> sorts) {}

    record Tenant(
            @RequestHeader("X-Tenant") @NotBlank String name,

            @RequestHeader(value = "X-Retry", defaultValue = "3")
            int retry) {}

    record Outer(
            @Depends Tenant tenant,
            @RequestParam String after,
            @Depends Many many) {}

    record Notes(
            @Parameter(description = "How many", example = "7", deprecated = true) @RequestParam
            int count,

            @Schema(
                    description = "A colour",
                    allowableValues = {"red", "blue"},
                    defaultValue = "red")
            @RequestParam
            String colour,

            @Parameter(hidden = true) @RequestParam(required = false)
            String secret,

            @Deprecated @RequestParam(required = false) String old,

            @Parameter(
                    examples = {@ExampleObject(name = "one", value = "1"), @ExampleObject(name = "two", value = "2")})
            @RequestHeader(required = false)
            Integer version) {}

    record Kinds(
            @PathVariable Sort sort,
            @RequestHeader("X-Ids") List<Long> ids,
            @RequestHeader Optional<String> etag,
            @CookieValue(name = "size", defaultValue = "3") int size,

            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate since,

            @RequestParam(required = false) Boolean deep,

            @RequestParam @DecimalMin("0.5") @DecimalMax(value = "9", inclusive = false) BigDecimal price,

            @RequestParam @Pattern(regexp = "[a-z]+") String word) {}

    record Arrays(
            @RequestParam @Size(min = 1, max = 4) Sort[] sorts,
            @RequestParam(name = "day", required = false) List<@NotNull LocalDate> days,

            @Parameter(array = @ArraySchema(maxItems = 2, schema = @Schema(type = "string", minLength = 3)))
            @RequestParam
            List<String> words) {}

    record Told(
            @Parameter(
                    description = "An id",
                    schema = @Schema(type = "string", format = "uuid", example = "x"),
                    required = true)
            @RequestParam(required = false)
            String id,

            @Parameter(name = "renamed", in = ParameterIn.HEADER, description = "Told elsewhere")
            @RequestHeader("renamed")
            String other,

            @Schema(deprecated = true, description = "Old", minimum = "3") @RequestParam(required = false)
            Integer old,

            @Schema(hidden = true) @RequestParam(required = false)
            String hidden,

            @Colour @RequestParam String colour,

            @Parameter(allowEmptyValue = true, style = ParameterStyle.FORM, explode = Explode.FALSE) @RequestParam
            List<String> parts) {}

    @Parameter(description = "A composed colour")
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Colour {}

    static class Made {

        @Dependency
        Made(@RequestParam @Min(2) int made, @RequestHeader("X-Made") String by) {}
    }

    @Component
    static class Reads {

        @Dependency(name = "drafts")
        String drafts(@RequestBody @Valid List<Draft> drafts) {
            return "";
        }

        @Dependency(name = "files")
        String files(
                @RequestPart @Size(max = 3) List<MultipartFile> files, @RequestParam(required = false) String note) {
            return "";
        }

        @Dependency(name = "page")
        String page(
                @RequestParam @Min(1) int page, @RequestBody Draft draft, @RequestHeader("X-Tenant") String tenant) {
            return "";
        }

        @Dependency(name = "item")
        String item(@PathVariable UUID id, @PathVariable LocalDate day) {
            return id + " " + day;
        }

        @Dependency(name = "session")
        String session(@CookieValue("SID") @Size(min = 8) String session, @CookieValue(required = false) String theme) {
            return session;
        }

        @Dependency
        Draft draft(@Valid @RequestBody Draft draft) {
            return draft;
        }

        @Dependency(name = "view")
        String view(@JsonView(Brief.class) @RequestBody Note note) {
            return note.title();
        }

        @Dependency(name = "text")
        String text(@RequestBody(required = false) String text) {
            return text;
        }

        @Dependency(name = "login")
        String login(
                @RequestParam @NotBlank String username,
                @RequestParam String password,
                @RequestParam(required = false) String scope) {
            return username;
        }

        @Dependency(name = "upload")
        String upload(
                @RequestParam MultipartFile file,
                @RequestPart("meta") @Valid Draft meta,
                @RequestPart(required = false) MultipartFile extra) {
            return "";
        }

        @Dependency(name = "meta")
        String meta(@RequestPart("meta") @Valid Draft meta) {
            return "";
        }

        @Dependency(name = "filter")
        String filter(@ParameterObject @ModelAttribute Filter filter) {
            return "";
        }

        @Dependency(name = "model")
        String model(@ModelAttribute("filter") Filter filter) {
            return "";
        }
    }

    @RestController
    @RequestMapping("/direct")
    static class Direct {

        @GetMapping("/kinds/{sort}")
        String kinds(
                @PathVariable Sort sort,
                @RequestHeader("X-Ids") List<Long> ids,
                @RequestHeader Optional<String> etag,
                @CookieValue(name = "size", defaultValue = "3") int size,
                @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
                @RequestParam(required = false) Boolean deep,
                @RequestParam @DecimalMin("0.5") @DecimalMax(value = "9", inclusive = false) BigDecimal price,
                @RequestParam @Pattern(regexp = "[a-z]+") String word) {
            return "";
        }

        @GetMapping("/arrays")
        String arrays(
                @RequestParam @Size(min = 1, max = 4) Sort[] sorts,
                @RequestParam(name = "day", required = false) List<@NotNull LocalDate> days,
                @Parameter(array = @ArraySchema(maxItems = 2, schema = @Schema(type = "string", minLength = 3)))
                        @RequestParam
                        List<String> words) {
            return "";
        }

        @GetMapping("/told")
        String told(
                @Parameter(
                                description = "An id",
                                schema = @Schema(type = "string", format = "uuid", example = "x"),
                                required = true)
                        @RequestParam(required = false)
                        String id,
                @Parameter(name = "renamed", in = ParameterIn.HEADER, description = "Told elsewhere")
                        @RequestHeader("renamed")
                        String other,
                @Schema(deprecated = true, description = "Old", minimum = "3") @RequestParam(required = false)
                        Integer old,
                @Schema(hidden = true) @RequestParam(required = false) String hidden,
                @Colour @RequestParam String colour,
                @Parameter(allowEmptyValue = true, style = ParameterStyle.FORM, explode = Explode.FALSE) @RequestParam
                        List<String> parts) {
            return "";
        }

        @GetMapping("/made")
        String made(@RequestParam @Min(2) int made, @RequestHeader("X-Made") String by) {
            return "";
        }

        @PostMapping("/drafts")
        String drafts(@RequestBody @Valid List<Draft> drafts) {
            return "";
        }

        @PostMapping(path = "/files", consumes = MULTIPART)
        String files(
                @RequestPart @Size(max = 3) List<MultipartFile> files, @RequestParam(required = false) String note) {
            return "";
        }

        @PostMapping("/page")
        String page(
                @RequestParam @Min(1) int page, @RequestBody Draft draft, @RequestHeader("X-Tenant") String tenant) {
            return "";
        }

        @GetMapping("/query")
        String query(
                @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
                @RequestParam(defaultValue = "0") @Min(0) int offset,
                @RequestParam(required = false) @Size(min = 2, max = 9) String q,
                @RequestParam(defaultValue = "NEWEST") Sort sort,
                @RequestParam Optional<UUID> author,
                @RequestParam(name = "max-age") @Positive long maxAge) {
            return "";
        }

        @GetMapping("/list")
        String list(
                @RequestParam(required = false) @Size(max = 3) List<@Email String> tags,
                @RequestParam Set<Sort> sorts) {
            return "";
        }

        @GetMapping("/header")
        String header(
                @RequestHeader("X-Tenant") @NotBlank String name,
                @RequestHeader(value = "X-Retry", defaultValue = "3") int retry) {
            return "";
        }

        @GetMapping("/path/{id}/{day}")
        String path(@PathVariable UUID id, @PathVariable LocalDate day) {
            return "";
        }

        @GetMapping("/cookie")
        String cookie(@CookieValue("SID") @Size(min = 8) String session, @CookieValue(required = false) String theme) {
            return "";
        }

        @GetMapping("/documented")
        String documented(
                @Parameter(description = "How many", example = "7", deprecated = true) @RequestParam int count,
                @Schema(
                                description = "A colour",
                                allowableValues = {"red", "blue"},
                                defaultValue = "red")
                        @RequestParam
                        String colour,
                @Parameter(hidden = true) @RequestParam(required = false) String secret,
                @Deprecated @RequestParam(required = false) String old,
                @Parameter(
                                examples = {
                                    @ExampleObject(name = "one", value = "1"),
                                    @ExampleObject(name = "two", value = "2")
                                })
                        @RequestHeader(required = false)
                        Integer version) {
            return "";
        }

        @GetMapping("/nested")
        String nested(
                @RequestHeader("X-Tenant") @NotBlank String name,
                @RequestHeader(value = "X-Retry", defaultValue = "3") int retry,
                @RequestParam String after,
                @RequestParam(required = false) @Size(max = 3) List<@Email String> tags,
                @RequestParam Set<Sort> sorts) {
            return "";
        }

        @GetMapping("/object")
        String object(@ParameterObject @ModelAttribute Filter filter) {
            return "";
        }

        @GetMapping("/model")
        String model(@ModelAttribute("filter") Filter filter) {
            return "";
        }

        @Parameter(name = "after", in = ParameterIn.QUERY, description = "Told above")
        @GetMapping("/own")
        String own(@RequestParam @Min(1) int page, @RequestParam String after) {
            return "";
        }

        @PostMapping("/body")
        String body(@Valid @RequestBody Draft draft) {
            return "";
        }

        @PostMapping("/view")
        String view(@JsonView(Brief.class) @RequestBody Note note) {
            return "";
        }

        @PostMapping(path = "/text", consumes = "text/plain")
        String text(@RequestBody(required = false) String text) {
            return "";
        }

        @PostMapping(path = "/form", consumes = FORM)
        String form(
                @RequestParam @NotBlank String username,
                @RequestParam String password,
                @RequestParam(required = false) String scope) {
            return "";
        }

        @PostMapping(path = "/parts", consumes = MULTIPART)
        String parts(
                @RequestParam MultipartFile file,
                @RequestPart("meta") @Valid Draft meta,
                @RequestPart(required = false) MultipartFile extra) {
            return "";
        }

        @PostMapping(path = "/partly", consumes = MULTIPART)
        String partly(@RequestPart MultipartFile file, @RequestPart("meta") @Valid Draft meta) {
            return "";
        }
    }

    record After(@RequestParam String after) {}

    @RestController
    @RequestMapping("/through")
    static class Through {

        @GetMapping("/kinds/{sort}")
        String kinds(@Depends Kinds kinds) {
            return "";
        }

        @GetMapping("/arrays")
        String arrays(@Depends Arrays arrays) {
            return "";
        }

        @GetMapping("/told")
        String told(@Depends Told told) {
            return "";
        }

        @GetMapping("/made")
        String made(@Depends Made made) {
            return "";
        }

        @PostMapping("/drafts")
        String drafts(@Depends(name = "drafts") String drafts) {
            return "";
        }

        @PostMapping(path = "/files", consumes = MULTIPART)
        String files(@Depends(name = "files") String files) {
            return "";
        }

        @PostMapping("/page")
        String page(@Depends(name = "page") String page) {
            return "";
        }

        @GetMapping("/query")
        String query(@Depends Range range) {
            return "";
        }

        @GetMapping("/list")
        String list(@Depends Many many) {
            return "";
        }

        @GetMapping("/header")
        String header(@Depends Tenant tenant) {
            return "";
        }

        @GetMapping("/path/{id}/{day}")
        String path(@Depends(name = "item") String item) {
            return "";
        }

        @Depends(value = Reads.class, name = "session")
        @GetMapping("/cookie")
        String cookie() {
            return "";
        }

        @GetMapping("/documented")
        String documented(@Depends Notes notes) {
            return "";
        }

        @GetMapping("/nested")
        String nested(@Depends Outer outer, @Depends Many again, @Depends Tenant tenant) {
            return "";
        }

        @GetMapping("/object")
        String object(@Depends(name = "filter") String filter) {
            return "";
        }

        @GetMapping("/model")
        String model(@Depends(name = "model") String model) {
            return "";
        }

        @Parameter(name = "after", in = ParameterIn.QUERY, description = "Told above")
        @GetMapping("/own")
        String own(@RequestParam @Min(1) int page, @Depends After after) {
            return "";
        }

        @PostMapping("/body")
        String body(@NotNull @Depends Draft draft) {
            return "";
        }

        @PostMapping("/view")
        String view(@Depends(name = "view") String view) {
            return "";
        }

        @PostMapping(path = "/text", consumes = "text/plain")
        String text(@Depends(name = "text") String text) {
            return "";
        }

        @PostMapping(path = "/form", consumes = FORM)
        String form(@Depends(name = "login") String login) {
            return "";
        }

        @PostMapping(path = "/parts", consumes = MULTIPART)
        String parts(@Depends(name = "upload") String upload) {
            return "";
        }

        @PostMapping(path = "/partly", consumes = MULTIPART)
        String partly(@RequestPart MultipartFile file, @Depends(name = "meta") String meta) {
            return "";
        }
    }
}
