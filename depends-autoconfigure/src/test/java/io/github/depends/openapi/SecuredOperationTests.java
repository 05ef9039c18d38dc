package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.InvalidRequestException;
import io.github.depends.security.ApiKey;
import io.github.depends.security.BasicCredentials;
import io.github.depends.security.HttpBasic;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.OAuth2AuthorizationCodeBearer;
import io.github.depends.security.OAuth2PasswordBearer;
import io.github.depends.security.OpenIdConnect;
import io.github.depends.security.Security;
import io.github.depends.security.SecurityScopes;
import io.github.depends.testing.App;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class SecuredOperationTests {

    private static App app;
    private static Document document;
    private static String startUp;

    @BeforeAll
    static void start(CapturedOutput output) {
        app = App.start(
                Schemes.class,
                Access.class,
                Secured.class,
                Plain.class,
                Handling.class,
                "depends.validation.status=422");
        startUp = output.getOut();
        document = Document.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void describesEachSchemeUnderItsOwnNameOrThatOfTheBean() {
        assertThat(json("/components/securitySchemes/oauth2"))
                .isEqualTo(
                        "{\"type\":\"oauth2\",\"description\":\"Log in first\",\"flows\":{\"password\":"
                                + "{\"tokenUrl\":\"/token\",\"scopes\":{\"items:read\":\"Read items\",\"items\":\"\",\"me\":\"\",\"admin\":\"\"}}}}");
        assertThat(json("/components/securitySchemes/code"))
                .isEqualTo("{\"type\":\"oauth2\",\"flows\":{\"authorizationCode\":"
                        + "{\"authorizationUrl\":\"/authorize\",\"tokenUrl\":\"/token\",\"scopes\":{}}}}");
        assertThat(json("/components/securitySchemes/oidc"))
                .isEqualTo("{\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"/.well-known/openid-configuration\"}");
        assertThat(json("/components/securitySchemes/partnerKey"))
                .isEqualTo("{\"type\":\"apiKey\",\"name\":\"X-Partner\",\"in\":\"header\"}");
        assertThat(json("/components/securitySchemes/cookie-key"))
                .isEqualTo("{\"type\":\"apiKey\",\"name\":\"key\",\"in\":\"cookie\"}");
        assertThat(json("/components/securitySchemes/basic")).isEqualTo("{\"type\":\"http\",\"scheme\":\"basic\"}");
        assertThat(json("/components/securitySchemes/bearer")).isEqualTo("{\"type\":\"http\",\"scheme\":\"bearer\"}");
    }

    @Test
    void keepsTwoDifferentSchemesOfOneNameApart() {
        assertThat(json("/components/securitySchemes/cookie-key")).contains("cookie");
        assertThat(json("/components/securitySchemes/namesake")).contains("X-Other");
        assertThat(startUp).contains("'namesake' is documented under its bean's name");
    }

    @Test
    void requiresAllSchemesTogether() {
        assertThat(security("/secured/both")).isEqualTo("[{\"partnerKey\":[],\"basic\":[]}]");
    }

    @Test
    void offersTheAlternativesWithoutOptionalSchemes() {
        assertThat(security("/secured/maybe")).isEqualTo("[{\"cookie-key\":[]},{}]");
        assertThat(security("/secured/mixed")).isEqualTo("[{\"partnerKey\":[],\"cookie-key\":[]},{\"partnerKey\":[]}]");
    }

    @Test
    void accumulatesOauth2ScopesOnTheWayToTheScheme() {
        assertThat(security("/secured/scoped")).isEqualTo("[{\"oauth2\":[\"items\",\"me\"]}]");
        assertThat(security("/secured/siblings")).isEqualTo("[{\"oauth2\":[\"items\"],\"bearer\":[]}]");
    }

    @Test
    void joinsWhatTheOperationDeclaresItself() {
        assertThat(security("/secured/joined")).isEqualTo("[{\"gateway\":[],\"partnerKey\":[]}]");
        assertThat(security("/secured/more")).isEqualTo("[{\"oauth2\":[\"items:sign\",\"items\"]}]");
    }

    @Test
    void coversWhatConfigurationRequires() {
        assertThat(security("/secured/admin/all")).isEqualTo("[{\"oauth2\":[\"admin\"]}]");
    }

    @Test
    void documentsWhatTheLibraryAnswers() {
        JsonNode responses = document.operation("get", "/secured/scoped").path("responses");
        assertThat(responses.propertyNames()).containsExactlyInAnyOrder("200", "422", "401", "403");
        assertThat(responses
                        .at("/401/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/RequestProblem");
        assertThat(responses.at("/401/headers/WWW-Authenticate/schema/type").asString())
                .isEqualTo("string");
        assertThat(responses
                        .at("/422/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/InvalidRequestProblem");
        assertThat(document.at("/components/schemas/RequestError/properties").propertyNames())
                .containsExactly("in", "name", "code", "message");
        assertThat(document.at("/components/schemas/InvalidRequestProblem/properties/moreErrors/type")
                        .asString())
                .isEqualTo("integer");
        assertThat(document.at("/components/schemas/RequestError/required").size())
                .isEqualTo(4);
        assertThat(json("/components/schemas/RequestError/properties/in/enum"))
                .isEqualTo(
                        "[\"query\",\"header\",\"path\",\"cookie\",\"body\",\"form\",\"part\",\"session\",\"request\"]");
    }

    @Test
    void documentsOnlyWhatCanHappen() {
        assertThat(document.operation("get", "/secured/maybe").path("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "422");
        assertThat(document.operation("get", "/secured/tasks").path("responses").propertyNames())
                .containsExactly("200");
    }

    @Test
    void tellsWhatDependenciesAndComposedAnnotationsTellOfTheirAnswers() {
        JsonNode responses = document.operation("get", "/secured/told").path("responses");
        assertThat(responses.propertyNames()).containsExactlyInAnyOrder("200", "402", "409", "429");
        assertThat(responses.at("/409/description").asString()).isEqualTo("Told by the endpoint");
        assertThat(responses.at("/402/description").asString()).isEqualTo("No money");
        assertThat(responses.at("/402/content/*~1*/schema/$ref").asString()).isEqualTo("#/components/schemas/Bill");
        assertThat(json("/components/schemas/Bill")).contains("amount");
        assertThat(responses.at("/429/headers/Retry-After/description").asString())
                .isEqualTo("Seconds");
    }

    @Test
    void refersToTheAnswersOfAnApplicationThatHasItsOwn() {
        try (App own = App.start(Schemes.class, Access.class, Secured.class, OwnAnswers.class)) {
            Document document = Document.of(own);
            JsonNode responses = document.operation("get", "/secured/scoped").path("responses");
            assertThat(responses.path("400").toString()).isEqualTo("{\"$ref\":\"#/components/responses/400\"}");
            assertThat(responses.path("401").toString()).isEqualTo("{\"$ref\":\"#/components/responses/401\"}");
            assertThat(responses.at("/403/description").asString()).isEqualTo("An OAuth2 scope is missing");
            assertThat(document.operation("get", "/secured/told")
                            .at("/responses/402")
                            .has("content"))
                    .isTrue();
            assertThat(document.at("/components/responses").propertyNames()).containsExactly("400", "401");
            assertThat(document.at("/components/schemas").propertyNames())
                    .doesNotContain("RequestProblem", "InvalidRequestProblem", "RequestError");
            assertThat(Document.of(own, "/v3/api-docs/secured")
                            .operation("get", "/secured/scoped")
                            .path("responses"))
                    .isEqualTo(responses);
        }
    }

    @Test
    void leavesToAControllerWhatItsOwnHandlersAnswer() {
        JsonNode responses = document.operation("get", "/plain/handled").path("responses");
        assertThat(responses.propertyNames()).containsExactlyInAnyOrder("200", "401", "418");
    }

    @Test
    void neverShowsWhatTheLibraryFills() {
        for (String path : new String[] {"/secured/scoped", "/secured/tasks", "/secured/told", "/secured/maybe"}) {
            assertThat(document.operation("get", path).has("parameters"))
                    .as(path)
                    .isFalse();
            assertThat(document.operation("get", path).has("requestBody"))
                    .as(path)
                    .isFalse();
        }
        assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("User", "BackgroundTasks");
    }

    @Test
    void leavesEndpointsWithoutUsesUntouched() {
        assertThat(document.operation("get", "/plain").has("security")).isFalse();
        assertThat(document.operation("get", "/plain").path("responses").propertyNames())
                .containsExactly("200");
    }

    @Test
    void saysTheSameInAGroup() {
        Document group = Document.of(app, "/v3/api-docs/secured");
        assertThat(group.operation("get", "/secured/scoped")).isEqualTo(document.operation("get", "/secured/scoped"));
        assertThat(group.at("/components/securitySchemes/oauth2"))
                .isEqualTo(document.at("/components/securitySchemes/oauth2"));
        assertThat(group.at("/paths").propertyNames()).doesNotContain("/plain");
    }

    @Test
    void saysTheSameInOpenApi30() {
        try (App older = App.start(
                Schemes.class,
                Access.class,
                Secured.class,
                "depends.validation.status=422",
                "springdoc.api-docs.version=openapi_3_0")) {
            Document other = Document.of(older);
            assertThat(other.at("/openapi").asString()).startsWith("3.0");
            assertThat(other.at("/components/securitySchemes")).isEqualTo(document.at("/components/securitySchemes"));
            for (String path : List.of("both", "maybe", "mixed", "scoped", "siblings", "joined", "admin/all", "told")) {
                assertThat(other.comparable("get", "/secured/" + path))
                        .isEqualTo(document.comparable("get", "/secured/" + path));
            }
            assertThat(other.at("/components/schemas/RequestError/properties/in/type")
                            .asString())
                    .isEqualTo("string");
        }
    }

    @Test
    void takesNoDependencyApartWhereParameterObjectsAreFlat() {
        try (App flat =
                App.start(Schemes.class, Access.class, Secured.class, "springdoc.default-flat-param-object=true")) {
            assertThat(Document.of(flat).operation("get", "/secured/scoped").has("parameters"))
                    .isFalse();
        }
    }

    @Test
    void saysNothingWhenSwitchedOff() {
        try (App silent =
                App.start(Schemes.class, Access.class, Secured.class, Silent.class, "depends.openapi.enabled=false")) {
            Document said = Document.of(silent);
            assertThat(said.operation("get", "/secured/both").has("security")).isFalse();
            for (String path : List.of("both", "maybe", "scoped", "siblings", "tasks", "told")) {
                assertThat(said.operation("get", "/secured/" + path).has("parameters"))
                        .as(path)
                        .isFalse();
            }
            for (String method : List.of("get", "post", "put")) {
                assertThat(said.comparable(method, "/silent/used")).isEqualTo(said.comparable(method, "/silent/plain"));
            }
            assertThat(said.at("/components").has("securitySchemes")).isFalse();
            assertThat(said.at("/components/schemas").propertyNames()).containsExactlyInAnyOrder("Bill");
        }
    }

    private static String json(String pointer) {
        return document.at(pointer).toString();
    }

    private static String security(String path) {
        return document.operation("get", path).path("security").toString();
    }

    static class Schemes {

        @Bean
        OAuth2PasswordBearer oauth2() {
            return OAuth2PasswordBearer.of("/token")
                    .scope("items:read", "Read items")
                    .description("Log in first");
        }

        @Bean
        OAuth2AuthorizationCodeBearer code() {
            return OAuth2AuthorizationCodeBearer.of("/authorize", "/token");
        }

        @Bean
        OpenIdConnect oidc() {
            return OpenIdConnect.of("/.well-known/openid-configuration");
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
        ApiKey partnerKey() {
            return ApiKey.header("X-Partner");
        }

        @Bean
        ApiKey cookieKey() {
            return ApiKey.cookie("key").optional().schemeName("cookie-key");
        }

        @Bean
        ApiKey namesake() {
            return ApiKey.header("X-Other").schemeName("cookie-key");
        }

        @Bean
        GroupedOpenApi secured() {
            return GroupedOpenApi.builder()
                    .group("secured")
                    .pathsToMatch("/secured/**")
                    .build();
        }

        @Bean
        DependsConfigurer admins() {
            return registry -> registry.path("/secured/admin/**").security(User.class, "admin");
        }
    }

    record User(String name, boolean admin) {}

    record Bill(int amount) {}

    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    @Depends(Throttle.class)
    @ApiResponse(
            responseCode = "429",
            description = "Slow down",
            headers = @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = "integer")))
    @interface Throttled {
        int value();
    }

    @Component
    static class Throttle {

        @Dependency
        @ApiResponse(
                responseCode = "402",
                description = "No money",
                content = @Content(schema = @Schema(implementation = Bill.class)))
        @ApiResponse(responseCode = "409", description = "Told by the dependency")
        void check(Throttled throttled) {}
    }

    @Component
    static class Access {

        @Dependency
        User user(@Security(value = OAuth2PasswordBearer.class) String token, SecurityScopes scopes) {
            return new User(token, false);
        }

        @Dependency(name = "profile")
        String profile(@Security(value = User.class, scopes = "me") User user) {
            return user.name();
        }

        @Bean
        Throttle throttle() {
            return new Throttle();
        }
    }

    @RestController
    @RequestMapping("/secured")
    static class Secured {

        @GetMapping("/both")
        String both(@Depends(value = ApiKey.class, name = "partnerKey") String key, @Depends HttpBasicUser user) {
            return "";
        }

        @GetMapping("/maybe")
        String maybe(@Depends(value = ApiKey.class, name = "cookieKey") Optional<String> key) {
            return "";
        }

        @GetMapping("/mixed")
        String mixed(
                @Depends(value = ApiKey.class, name = "partnerKey") String key,
                @Depends(value = ApiKey.class, name = "cookieKey") Optional<String> other) {
            return "";
        }

        @GetMapping("/namesake")
        String namesake(@Depends(value = ApiKey.class, name = "namesake") String key) {
            return "";
        }

        @GetMapping("/scoped")
        String scoped(@Security(value = Object.class, name = "profile", scopes = "items") String profile) {
            return "";
        }

        @GetMapping("/siblings")
        String siblings(
                @Security(scopes = "items") User user, @Depends(HttpBearer.class) String token, BackgroundTasks tasks) {
            return "";
        }

        @GetMapping("/others")
        String others(
                @Depends(OAuth2AuthorizationCodeBearer.class) String code, @Depends(OpenIdConnect.class) String oidc) {
            return "";
        }

        @SecurityRequirement(name = "gateway")
        @GetMapping("/joined")
        String joined(@Depends(value = ApiKey.class, name = "partnerKey") String key) {
            return "";
        }

        @SecurityRequirement(
                name = "oauth2",
                scopes = {"items:sign", "items"})
        @GetMapping("/more")
        String more(@Security(scopes = "items") User user) {
            return "";
        }

        @GetMapping("/admin/all")
        String admin() {
            return "";
        }

        @GetMapping("/tasks")
        String tasks(BackgroundTasks tasks) {
            return "";
        }

        @Throttled(3)
        @ApiResponse(responseCode = "200", description = "Fine")
        @ApiResponse(responseCode = "409", description = "Told by the endpoint")
        @GetMapping("/told")
        String told() {
            return "";
        }
    }

    static class OwnAnswers {

        @Bean
        OpenAPI api() {
            return new OpenAPI()
                    .components(new Components()
                            .addResponses(
                                    "400", new io.swagger.v3.oas.models.responses.ApiResponse().description("Wrong"))
                            .addResponses(
                                    "401",
                                    new io.swagger.v3.oas.models.responses.ApiResponse().description("Who are you?")));
        }
    }

    record HttpBasicUser(@Depends(HttpBasic.class) BasicCredentials credentials) {}

    @RestController
    static class Plain {

        @GetMapping("/plain")
        String plain(@RequestParam(required = false) String q) {
            return "";
        }
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Security(User.class)
    @interface Me {}

    record Page(@RequestParam int limit) {}

    @RestController
    @RequestMapping("/silent")
    static class Silent {

        @GetMapping("/used")
        String used(@Depends Page page, @RequestParam String q, @Me User user, BackgroundTasks tasks) {
            return "";
        }

        @GetMapping("/plain")
        String plain(@RequestParam String q) {
            return "";
        }

        @PostMapping("/used")
        String posted(@RequestBody Bill bill, @Depends Page page, @Depends Supplier<Page> lazy, @Me Optional<User> me) {
            return "";
        }

        @PostMapping("/plain")
        String posted(@RequestBody Bill bill) {
            return "";
        }

        @PutMapping(path = "/used", consumes = "application/x-www-form-urlencoded")
        String form(@RequestParam String q, @Depends Page page) {
            return "";
        }

        @PutMapping(path = "/plain", consumes = "application/x-www-form-urlencoded")
        String form(@RequestParam String q) {
            return "";
        }
    }

    @RestController
    static class Handling {

        @GetMapping("/plain/handled")
        String handled(@Depends HttpBasicUser user) {
            return "";
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.I_AM_A_TEAPOT)
        String invalid(InvalidRequestException invalid) {
            return "";
        }
    }
}
