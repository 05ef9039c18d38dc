package io.github.depends.openapi;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.openapi.SameOperationTests.Draft;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.HttpBearer;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Several methods on one path, which springdoc documents as one operation: plain ones, and the same through dependencies. */
final class OverloadedOperations {

    static final List<String> NAMES = List.of(
            "post json-and-form",
            "post json-and-form-through",
            "post three",
            "post json-and-parts",
            "post same-type",
            "post same-form",
            "post json-and-fields",
            "get versions",
            "get produces",
            "get half",
            "get modes",
            "get security",
            "get security-of-one",
            "get security-declared",
            "get security-optional");

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private OverloadedOperations() {}

    record Other(@Min(1) int count) {}

    record Read(Draft draft) {}

    record Body(@Depends Read read) {}

    record OtherBody(@Valid @RequestBody Other other) {}

    record Lists(@Valid @RequestBody List<Other> others) {}

    record Login(
            @RequestParam @NotBlank String username,
            @RequestParam @Size(min = 8) String password) {}

    record Search(
            @RequestParam(required = false) @Size(max = 5) String text) {}

    record File(
            @RequestPart MultipartFile file,
            @RequestPart("meta") @Valid Draft meta) {}

    record Wide(
            @RequestParam(required = false) @Max(100) Integer limit,
            @RequestParam(required = false) String q) {}

    record Narrow(
            @RequestParam @Min(1) @Max(10) int limit,

            @RequestHeader("X-Tenant") String tenant) {}

    record Described(
            @Parameter(description = "How many") @RequestParam(defaultValue = "3")
            int limit) {}

    @Component
    static class Reads {

        @Dependency
        Read read(@Valid @RequestBody Draft draft) {
            return new Read(draft);
        }

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }

        @Bean
        HttpBasic basic() {
            return HttpBasic.of();
        }

        @Bean
        ApiKey key() {
            return ApiKey.header("X-Key").optional();
        }
    }

    @RestController
    @RequestMapping("/direct")
    static class Direct {

        @PostMapping(path = "/json-and-form", consumes = JSON)
        String json(@Valid @RequestBody Draft draft) {
            return "";
        }

        @PostMapping(path = "/json-and-form", consumes = FORM)
        String form(@RequestParam @NotBlank String username, @RequestParam @Size(min = 8) String password) {
            return "";
        }

        @PostMapping(path = "/json-and-form-through", consumes = JSON)
        String jsonThrough(@Valid @RequestBody Draft draft) {
            return "";
        }

        @PostMapping(path = "/json-and-form-through", consumes = FORM)
        String formThrough(@RequestParam @NotBlank String username, @RequestParam @Size(min = 8) String password) {
            return "";
        }

        @PostMapping(path = "/three", consumes = JSON)
        String threeJson(@Valid @RequestBody Draft draft) {
            return "";
        }

        @PostMapping(path = "/three", consumes = FORM)
        String threeForm(
                @RequestParam(required = false) @Size(max = 5) String text,
                @RequestParam @NotBlank String username,
                @RequestParam @Size(min = 8) String password) {
            return "";
        }

        @PostMapping(path = "/three", consumes = "text/plain")
        String threeText(@RequestBody String text, @RequestParam(required = false) @Max(100) Integer limit) {
            return "";
        }

        @PostMapping(path = "/json-and-parts", consumes = JSON)
        String partsJson(@Valid @RequestBody Draft draft) {
            return "";
        }

        @PostMapping(path = "/json-and-parts", consumes = MULTIPART)
        String parts(@RequestPart MultipartFile file, @RequestPart("meta") @Valid Draft meta) {
            return "";
        }

        @PostMapping(path = "/same-type", consumes = JSON, params = "one")
        String one(@Valid @RequestBody Draft draft) {
            return "";
        }

        @PostMapping(path = "/same-type", consumes = JSON, params = "two")
        String two(@Valid @RequestBody Other other) {
            return "";
        }

        @PostMapping(path = "/same-form", consumes = FORM, params = "one")
        String oneForm(@RequestParam @NotBlank String username, @RequestParam @Size(min = 8) String password) {
            return "";
        }

        @PostMapping(path = "/same-form", consumes = FORM, params = "two")
        String twoForm(@RequestParam(required = false) @Size(max = 5) String text) {
            return "";
        }

        @PostMapping(path = "/json-and-fields", consumes = JSON)
        String lists(@Valid @RequestBody List<Other> others) {
            return "";
        }

        @PostMapping(path = "/json-and-fields", consumes = FORM)
        String listForm(
                @RequestParam(required = false) @Size(max = 5) String text,
                @RequestParam @NotBlank String username,
                @RequestParam @Size(min = 8) String password) {
            return "";
        }

        @GetMapping(path = "/versions", headers = "X-Version=1")
        String first(@RequestParam @Min(1) @Max(10) int limit, @RequestHeader("X-Tenant") String tenant) {
            return "";
        }

        @GetMapping(path = "/versions", headers = "X-Version=2")
        String second(
                @RequestParam(required = false) @Max(100) Integer limit, @RequestParam(required = false) String q) {
            return "";
        }

        @GetMapping(path = "/versions", headers = "X-Version=3")
        String third(@Parameter(description = "How many") @RequestParam(defaultValue = "3") int limit) {
            return "";
        }

        @GetMapping(path = "/produces", produces = JSON)
        List<String> json(
                @RequestParam(required = false) @Max(100) Integer limit, @RequestParam(required = false) String q) {
            return List.of();
        }

        @GetMapping(path = "/produces", produces = "text/csv")
        String csv(@RequestParam @Min(1) @Max(10) int limit, @RequestHeader("X-Tenant") String tenant) {
            return "";
        }

        @GetMapping(path = "/half", params = "one")
        String half(@RequestParam @Min(1) @Max(10) int limit, @RequestHeader("X-Tenant") String tenant) {
            return "";
        }

        @GetMapping(path = "/half", params = "two")
        String plain(@RequestParam(required = false) @Max(100) Integer limit) {
            return "";
        }

        @GetMapping(path = "/modes", params = "limit=7")
        String seven(@RequestParam @Min(1) @Max(10) int limit, @RequestHeader("X-Tenant") String tenant) {
            return "";
        }

        @GetMapping(path = "/modes", params = "!limit")
        String none(@RequestParam(required = false) String q) {
            return "";
        }

        @SecurityRequirement(name = "bearer")
        @GetMapping(path = "/security", produces = JSON)
        String bearer() {
            return "";
        }

        @SecurityRequirement(name = "basic")
        @GetMapping(path = "/security", produces = "text/csv")
        String basic() {
            return "";
        }

        @SecurityRequirement(name = "bearer")
        @GetMapping(path = "/security-of-one", produces = JSON)
        String secured() {
            return "";
        }

        @GetMapping(path = "/security-of-one", produces = "text/csv")
        String open() {
            return "";
        }

        @SecurityRequirement(name = "bearer")
        @GetMapping(path = "/security-declared", produces = JSON)
        String through() {
            return "";
        }

        @SecurityRequirement(name = "gateway")
        @GetMapping(path = "/security-declared", produces = "text/csv")
        String declared() {
            return "";
        }

        @SecurityRequirement(name = "basic")
        @GetMapping(path = "/security-optional", produces = JSON)
        String required() {
            return "";
        }

        @SecurityRequirement(name = "key")
        @GetMapping(path = "/security-optional", produces = "text/csv")
        String optional() {
            return "";
        }
    }

    @RestController
    @RequestMapping("/through")
    static class Through {

        @PostMapping(path = "/json-and-form", consumes = JSON)
        String json(@Depends Body body) {
            return "";
        }

        @PostMapping(path = "/json-and-form", consumes = FORM)
        String form(@RequestParam @NotBlank String username, @RequestParam @Size(min = 8) String password) {
            return "";
        }

        @PostMapping(path = "/json-and-form-through", consumes = JSON)
        String jsonThrough(@Depends Body body) {
            return "";
        }

        @PostMapping(path = "/json-and-form-through", consumes = FORM)
        String formThrough(@Depends Login login) {
            return "";
        }

        @PostMapping(path = "/three", consumes = JSON)
        String threeJson(@Depends Body body) {
            return "";
        }

        @PostMapping(path = "/three", consumes = FORM)
        String threeForm(@RequestParam(required = false) @Size(max = 5) String text, @Depends Login login) {
            return "";
        }

        @PostMapping(path = "/three", consumes = "text/plain")
        String threeText(@RequestBody String text, @Depends Limited limited) {
            return "";
        }

        @PostMapping(path = "/json-and-parts", consumes = JSON)
        String partsJson(@Depends Body body) {
            return "";
        }

        @PostMapping(path = "/json-and-parts", consumes = MULTIPART)
        String parts(@Depends File file) {
            return "";
        }

        @PostMapping(path = "/same-type", consumes = JSON, params = "one")
        String one(@Depends Body body) {
            return "";
        }

        @PostMapping(path = "/same-type", consumes = JSON, params = "two")
        String two(@Depends OtherBody body) {
            return "";
        }

        @PostMapping(path = "/same-form", consumes = FORM, params = "one")
        String oneForm(@Depends Login login) {
            return "";
        }

        @PostMapping(path = "/same-form", consumes = FORM, params = "two")
        String twoForm(@Depends Search search) {
            return "";
        }

        @PostMapping(path = "/json-and-fields", consumes = JSON)
        String lists(@Depends Lists lists) {
            return "";
        }

        @PostMapping(path = "/json-and-fields", consumes = FORM)
        String listForm(@Depends Search search, @Depends Login login) {
            return "";
        }

        @GetMapping(path = "/versions", headers = "X-Version=1")
        String first(@Depends Narrow narrow) {
            return "";
        }

        @GetMapping(path = "/versions", headers = "X-Version=2")
        String second(@Depends Wide wide) {
            return "";
        }

        @GetMapping(path = "/versions", headers = "X-Version=3")
        String third(@Depends Described described) {
            return "";
        }

        @GetMapping(path = "/produces", produces = JSON)
        List<String> json(@Depends Wide wide) {
            return List.of();
        }

        @GetMapping(path = "/produces", produces = "text/csv")
        String csv(@Depends Narrow narrow) {
            return "";
        }

        @GetMapping(path = "/half", params = "one")
        String half(@Depends Narrow narrow) {
            return "";
        }

        @GetMapping(path = "/half", params = "two")
        String plain(@RequestParam(required = false) @Max(100) Integer limit) {
            return "";
        }

        @GetMapping(path = "/modes", params = "limit=7")
        String seven(@Depends Narrow narrow) {
            return "";
        }

        @GetMapping(path = "/modes", params = "!limit")
        String none(@Depends Query query) {
            return "";
        }

        @Depends(HttpBearer.class)
        @GetMapping(path = "/security", produces = JSON)
        String bearer() {
            return "";
        }

        @Depends(HttpBasic.class)
        @GetMapping(path = "/security", produces = "text/csv")
        String basic() {
            return "";
        }

        @Depends(HttpBearer.class)
        @GetMapping(path = "/security-of-one", produces = JSON)
        String secured() {
            return "";
        }

        @GetMapping(path = "/security-of-one", produces = "text/csv")
        String open() {
            return "";
        }

        @Depends(HttpBearer.class)
        @GetMapping(path = "/security-declared", produces = JSON)
        String through() {
            return "";
        }

        @SecurityRequirement(name = "gateway")
        @GetMapping(path = "/security-declared", produces = "text/csv")
        String declared() {
            return "";
        }

        @Depends(HttpBasic.class)
        @GetMapping(path = "/security-optional", produces = JSON)
        String required() {
            return "";
        }

        @SecurityRequirement(name = "key")
        @GetMapping(path = "/security-optional", produces = "text/csv")
        String optional() {
            return "";
        }

        @SecurityRequirement(name = "gateway")
        @GetMapping(path = "/security-both", produces = JSON)
        String both(@Depends(HttpBearer.class) String token) {
            return "";
        }

        @SecurityRequirement(name = "gateway")
        @GetMapping(path = "/security-both", produces = "text/csv")
        String gateway(@Depends(ApiKey.class) Optional<String> key) {
            return "";
        }

        @SecurityRequirement(name = "gateway")
        @GetMapping(path = "/security-both", produces = "text/html")
        String gatewayOnly() {
            return "";
        }
    }

    record Limited(@RequestParam(required = false) @Max(100) Integer limit) {}

    record Query(@RequestParam(required = false) String q) {}
}
