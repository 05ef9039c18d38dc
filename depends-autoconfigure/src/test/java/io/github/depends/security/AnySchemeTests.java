package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Planted;
import io.github.depends.testing.Raw;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of several schemes, over HTTP and in the document. */
@ExtendWith(OutputCaptureExtension.class)
class AnySchemeTests {

    private static final String SECRET = Planted.SECRET;
    private static final String BEARER = "Authorization: Bearer " + SECRET;
    private static final String KEY = "X-Key: " + SECRET;

    private static App app;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        app = App.start(Schemes.class, Access.class, Controller.class);
        document = JsonMapper.shared().readTree(app.get("/v3/api-docs").body());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Authorization: Bearer t0ken                                     | 200 | bearer/t0ken
                    X-Key: k3y                                                      | 200 | api-key/k3y
                    X-Key: k3y; Authorization: Bearer t0ken                         | 200 | bearer/t0ken
                    Authorization: Basic dXNlcjpwYXNz                               | 200 | httpBasic/user
                    X-Key: k3y; Authorization: Basic dXNlcjpwYXNz                   | 200 | api-key/k3y
                    Authorization: Bearer not a token; X-Key: k3y                   | 200 | api-key/k3y
                    Authorization: Bearer; X-Key: k3y                               | 200 | api-key/k3y
                    Authorization: Digest x; X-Key: k3y                             | 200 | api-key/k3y
                    Authorization: Bearer t0ken; X-Key:                             | 200 | bearer/t0ken
                    X-Other: nothing                                                | 401 | nobody
                    Authorization: Bearer not a token                               | 401 | nobody
                    X-Key:                                                          | 401 | nobody
                    Authorization: Basic dXNlcg; X-Key:                             | 401 | nobody
                    Authorization: Bearer a; Authorization: Bearer b                | 400 | Authorization
                    X-Key: a; X-Key: b                                              | 400 | X-Key
                    X-Key: a; X-Key: b; Authorization: Bearer t0ken                 | 400 | X-Key
                    Authorization: Bearer a; Authorization: Bearer b; X-Key: k3y    | 400 | Authorization
                    """)
    void takesTheFirstThatHasCredentials(String headers, int status, String told) {
        Raw required = get("/any", headers.split("; "));
        Raw optional = get("/any/optional", headers.split("; "));
        assertThat(required.status()).isEqualTo(status);
        if (status == 401) {
            assertThat(required.header("WWW-Authenticate"))
                    .isEqualTo("Bearer realm=\"shop\", ApiKey, Basic realm=\"api\", charset=\"UTF-8\"");
            assertThat(required.body())
                    .isEqualTo("{\"status\":401,\"detail\":\"Not authenticated\",\"title\":\"Unauthorized\"}");
            assertThat(optional.status()).isEqualTo(200);
            assertThat(optional.body()).isEqualTo(told);
        } else {
            assertThat(optional.status()).isEqualTo(status);
            assertThat(required.body())
                    .contains(status == 200 ? told : "\"name\":\"" + told + "\",\"code\":\"duplicate\"");
            assertThat(optional.body()).isEqualTo(required.body().replace("\"/any\"", "\"/any/optional\""));
        }
    }

    @Test
    void showsNoCredentials(CapturedOutput output) {
        assertThat(get("/any/text", BEARER).body()).isEqualTo("SchemeCredentials[scheme=bearer]");
        assertThat(get("/any/text", KEY).body()).isEqualTo("SchemeCredentials[scheme=api-key]");
        Planted.notIn(output.getAll());
        Planted.notIn(new SchemeCredentials("basic", new BasicCredentials(SECRET, SECRET)).toString());
    }

    @Test
    void isOneOfSeveralByTheNameOfItsBean() {
        assertThat(get("/partner?key=k3y").body()).isEqualTo("queryKey/k3y");
        assertThat(get("/partner", "Cookie: key=c00kie").body()).isEqualTo("cookieKey/c00kie");
        assertThat(get("/partner", BEARER).status()).isEqualTo(401);
    }

    @Test
    void isNeededTogetherWithOthers() {
        assertThat(get("/both", "X-Partner: p", "X-Key: k3y").body()).isEqualTo("p api-key/k3y");
        assertThat(get("/both", "X-Key: k3y").header("WWW-Authenticate")).isEqualTo("ApiKey");
        assertThat(get("/both", "X-Partner: p").header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void makesAGuardThatSeesOauth2Scopes() {
        assertThat(get("/scoped", "X-Key: k3y").status()).isEqualTo(403);
        assertThat(get("/scoped", "Authorization: Bearer read").body()).isEqualTo("read");
        assertThat(get("/scoped").status()).isEqualTo(401);
    }

    @Test
    void judgesAQueryKeyThatAFormGivesAgain() {
        HttpResponse<String> answer =
                app.send("POST", "/form?key=k3y", "key=other", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"name\":\"key\",\"code\":\"duplicate\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /any          | [{"bearer":[]},{"api-key":[]},{"httpBasic":[]}]
                    /any/optional | [{"bearer":[]},{"api-key":[]},{"httpBasic":[]},{}]
                    /partner      | [{"queryKey":[]},{"cookieKey":[]}]
                    /both         | [{"partnerKey":[],"bearer":[]},{"partnerKey":[],"api-key":[]},\
                    {"partnerKey":[],"httpBasic":[]}]
                    /scoped       | [{"oauth2":["items:read"]},{"api-key":[]}]
                    """)
    void isShownAsAlternatives(String path, String security) {
        assertThat(operation(path).path("security").toString()).isEqualTo(security);
        assertThat(operation(path).path("responses").has("401")).isEqualTo(!path.equals("/any/optional"));
    }

    @Test
    void describesEachOfTheSchemes() {
        JsonNode schemes = document.at("/components/securitySchemes");
        assertThat(schemes.propertyNames())
                .containsExactlyInAnyOrder(
                        "bearer", "api-key", "httpBasic", "queryKey", "cookieKey", "partnerKey", "oauth2");
        assertThat(schemes.at("/oauth2/flows/password/scopes").toString()).isEqualTo("{\"items:read\":\"\"}");
    }

    @Test
    void takesTheSchemesOfAnother() {
        AnyScheme inner = AnyScheme.of(HttpBearer.of(), ApiKey.header("X-Key")).optional();
        AnyScheme outer = AnyScheme.of(HttpBasic.of(), inner);
        assertThat(outer.schemes().keySet()).containsExactly("httpBasic", "httpBearer", "apiKey");
        assertThat(outer.required()).isTrue();
        assertThat(outer.challenge()).isEqualTo("Basic realm=\"api\", charset=\"UTF-8\", Bearer, ApiKey");
    }

    @Test
    void refusesWhatCannotBeToldApart() {
        HttpBearer bearer = HttpBearer.of();
        assertThatIllegalArgumentException().isThrownBy(AnyScheme::of).withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyScheme.of(bearer, bearer))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AnyScheme.of(bearer.schemeName("a"), HttpBasic.of().schemeName("a")))
                .withMessageContaining("the name 'a'");
        assertThat(App.failure(Unnamed.class, Partner.class))
                .rootCause()
                .hasMessageContaining("the name 'apiKey': give each a schemeName of its own, or make each a bean");
    }

    private static JsonNode operation(String path) {
        return document.at("/paths/" + path.replace("/", "~1") + "/get");
    }

    private static Raw get(String path, String... headers) {
        return Raw.send(app.port(), "GET", path, "", headers);
    }

    @Configuration
    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of().realm("shop").optional();
        }

        @Bean
        AnyScheme any(HttpBearer bearer) {
            return AnyScheme.of(bearer, ApiKey.header("X-Key").schemeName("api-key"), HttpBasic.of());
        }

        @Bean
        AnyScheme optional(AnyScheme any) {
            return any.optional();
        }

        @Bean
        ApiKey partnerKey() {
            return ApiKey.header("X-Partner");
        }

        @Bean
        ApiKey queryKey() {
            return ApiKey.query("key");
        }

        @Bean
        ApiKey cookieKey() {
            return ApiKey.cookie("key");
        }

        @Bean
        SecurityScheme<SchemeCredentials> partner() {
            return AnyScheme.of(queryKey(), cookieKey());
        }

        @Bean
        AnyScheme scoped() {
            return AnyScheme.of(
                    OAuth2PasswordBearer.of("/token").schemeName("oauth2"),
                    ApiKey.header("X-Key").schemeName("api-key"));
        }
    }

    record Granted(String token) {}

    @Component
    static class Access {

        @Dependency
        Granted granted(
                @Depends(value = AnyScheme.class, name = "scoped") SchemeCredentials who, SecurityScopes required) {
            if (!who.scheme().equals("oauth2")) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return new Granted(who.value() + (required.scopes().contains("items:read") ? "" : " without scopes"));
        }
    }

    static class Unnamed {

        @Bean
        AnyScheme partner() {
            return AnyScheme.of(ApiKey.header("X-One"), ApiKey.header("X-Two"));
        }
    }

    @RestController
    static class Partner {

        @GetMapping("/partner")
        String partner(@Depends(value = AnyScheme.class, name = "partner") SchemeCredentials who) {
            return told(who);
        }
    }

    static class Form {

        private String key;

        public String getKey() {
            return key;
        }

        public void setKey(String key) {
            this.key = key;
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/any")
        String any(@Depends(value = AnyScheme.class, name = "any") SchemeCredentials who) {
            return told(who);
        }

        @GetMapping("/any/text")
        String text(@Depends(value = AnyScheme.class, name = "any") SchemeCredentials who) {
            return who.toString();
        }

        @GetMapping("/any/optional")
        String optional(@Depends(value = AnyScheme.class, name = "optional") Optional<SchemeCredentials> who) {
            return who.map(AnySchemeTests::told).orElse("nobody");
        }

        @GetMapping("/partner")
        String partner(@Depends(value = SecurityScheme.class, name = "partner") SchemeCredentials who) {
            return told(who);
        }

        @PostMapping("/form")
        String form(
                @Depends(value = SecurityScheme.class, name = "partner") SchemeCredentials who,
                @ModelAttribute Form form) {
            return form.getKey();
        }

        @GetMapping("/both")
        String both(
                @Depends(value = ApiKey.class, name = "partnerKey") String partner,
                @Depends(value = AnyScheme.class, name = "any") SchemeCredentials who) {
            return partner + " " + told(who);
        }

        @GetMapping("/scoped")
        String scoped(@Security(scopes = "items:read") Granted granted) {
            return granted.token();
        }
    }

    private static String told(SchemeCredentials who) {
        return who.scheme() + "/" + (who.value() instanceof BasicCredentials basic ? basic.username() : who.value());
    }
}
