package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Planted;
import io.github.depends.testing.Raw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each scheme, required and optional, with credentials of every kind, over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class SchemeTests {

    private static final String SECRET = Planted.SECRET;
    private static final String LONG = SECRET + "x".repeat(6000);
    private static final String BODY_401 =
            "{\"status\":401,\"detail\":\"Not authenticated\",\"title\":\"Unauthorized\"}";

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Schemes.class, Controller.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** What a request with credentials of some kind is answered; {@code value} is {@code null} where there are none. */
    record Case(
            String scheme,
            String kind,
            String challenge,
            String query,
            List<String> headers,
            Answer answer,
            @Nullable String value) {

        @Override
        public String toString() {
            return scheme + " " + kind;
        }
    }

    enum Answer {
        VALUE,
        NOTHING,
        DUPLICATE
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String scheme : List.of("bearer", "password", "code", "oidc")) {
            authorization(cases, scheme, "Bearer", "Bearer", SECRET, SECRET);
            add(cases, scheme, "Bearer", "malformed", null, "Authorization: Bearer " + SECRET + " b");
            add(cases, scheme, "Bearer", "quoted", null, "Authorization: Bearer \"" + SECRET + "\"");
            add(cases, scheme, "Bearer", "non-ASCII", null, "Authorization: Bearer " + SECRET + "\u00e9");
            add(cases, scheme, "Bearer", "very long", LONG, "Authorization: Bearer " + LONG);
            add(cases, scheme, "Bearer", "wrong scheme word", null, "Authorization: Basic " + base64("user:" + SECRET));
        }
        String basic = "Basic realm=\"the \\\"api\\\"\", charset=\"UTF-8\"";
        authorization(cases, "basic", basic, "Basic", base64("user:" + SECRET), "user/" + SECRET);
        add(
                cases,
                "basic",
                basic,
                "colon in the password",
                "user/" + SECRET + ":b",
                "Authorization: Basic " + base64("user:" + SECRET + ":b"));
        add(
                cases,
                "basic",
                basic,
                "without padding",
                "user/a",
                "Authorization: Basic " + base64("user:a").replace("=", ""));
        add(cases, "basic", basic, "no base64", null, "Authorization: Basic " + SECRET + "!");
        add(cases, "basic", basic, "no colon", null, "Authorization: Basic " + base64(SECRET));
        add(
                cases,
                "basic",
                basic,
                "control character",
                null,
                "Authorization: Basic " + base64("user:" + SECRET + "\n"));
        add(
                cases,
                "basic",
                basic,
                "non-ASCII",
                "j\u00fcrg/\u20ac",
                "Authorization: Basic " + base64("j\u00fcrg:\u20ac"));
        add(
                cases,
                "basic",
                basic,
                "not UTF-8",
                null,
                "Authorization: Basic "
                        + Base64.getEncoder().encodeToString("j\u00fcrg:p".getBytes(StandardCharsets.ISO_8859_1)));
        add(
                cases,
                "basic",
                basic,
                "very long",
                "user/" + LONG.substring(0, 5000),
                "Authorization: Basic " + base64("user:" + LONG.substring(0, 5000)));
        add(cases, "basic", basic, "wrong scheme word", null, "Authorization: Bearer " + SECRET);
        String key = "ApiKey realm=\"partners\"";
        add(cases, "header", key, "present", SECRET, "X-Key: " + SECRET);
        add(cases, "header", key, "missing", null);
        add(cases, "header", key, "empty", null, "X-Key:");
        add(cases, "header", key, "blank", null, "X-Key:   ");
        // Tomcat reads headers as ISO 8859-1 and cookies as UTF-8
        add(cases, "header", key, "non-ASCII", "\u00c3\u00a9", "X-Key: \u00e9");
        add(cases, "header", key, "very long", LONG, "X-Key: " + LONG);
        twice(cases, "header", key, "", "X-Key: " + SECRET, "X-Key: " + SECRET);
        cases.add(new Case("query", "present", "ApiKey", "?key=" + SECRET, List.of(), Answer.VALUE, SECRET));
        add(cases, "query", "ApiKey", "missing", null);
        cases.add(new Case("query", "empty", "ApiKey", "?key=", List.of(), Answer.NOTHING, null));
        cases.add(new Case("query", "malformed", "ApiKey", "?key=%zz" + SECRET, List.of(), Answer.NOTHING, null));
        cases.add(new Case("query", "non-ASCII", "ApiKey", "?key=%C3%A9", List.of(), Answer.VALUE, "\u00e9"));
        cases.add(new Case("query", "very long", "ApiKey", "?key=" + LONG, List.of(), Answer.VALUE, LONG));
        twice(cases, "query", "ApiKey", "?key=" + SECRET + "&key=" + SECRET);
        add(cases, "cookie", "ApiKey", "present", SECRET, "Cookie: key=" + SECRET);
        add(cases, "cookie", "ApiKey", "missing", null, "Cookie: other=" + SECRET);
        add(cases, "cookie", "ApiKey", "empty", null, "Cookie: key=");
        add(cases, "cookie", "ApiKey", "malformed", null, "Cookie: key; =" + SECRET);
        twice(cases, "cookie", "ApiKey", "", "Cookie: key=" + SECRET, "Cookie: key=" + SECRET);
        add(cases, "cookie", "ApiKey", "non-ASCII", "\u00e9", "Cookie: key=\u00e9");
        add(cases, "cookie", "ApiKey", "very long", LONG, "Cookie: key=" + LONG);
        twice(cases, "cookie", "ApiKey", "", "Cookie: key=" + SECRET + "; key=b");
        return cases.stream();
    }

    private static void authorization(
            List<Case> cases, String scheme, String challenge, String word, String credentials, String value) {
        add(cases, scheme, challenge, "present", value, "Authorization: " + word + " " + credentials);
        add(
                cases,
                scheme,
                challenge,
                "lower case word",
                value,
                "authorization: " + word.toLowerCase() + " " + credentials);
        add(cases, scheme, challenge, "missing", null);
        add(cases, scheme, challenge, "empty", null, "Authorization:");
        add(cases, scheme, challenge, "word only", null, "Authorization: " + word);
        add(cases, scheme, challenge, "no word", null, "Authorization: " + credentials);
        add(cases, scheme, challenge, "longer word", null, "Authorization: " + word + "s " + credentials);
        String line = "Authorization: " + word + " " + credentials;
        twice(cases, scheme, challenge, "", line, line);
    }

    private static void add(
            List<Case> cases, String scheme, String challenge, String kind, @Nullable String value, String... headers) {
        cases.add(new Case(
                scheme, kind, challenge, "", List.of(headers), value == null ? Answer.NOTHING : Answer.VALUE, value));
    }

    private static void twice(List<Case> cases, String scheme, String challenge, String query, String... headers) {
        cases.add(new Case(scheme, "twice", challenge, query, List.of(headers), Answer.DUPLICATE, null));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersWhereCredentialsAreRequired(Case given, CapturedOutput output) {
        Raw answer = send("/required/", given);
        switch (given.answer) {
            case VALUE -> assertThat(answer.body()).isEqualTo("<" + given.value + ">");
            case NOTHING -> {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).isEqualTo(given.challenge);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.body()).isEqualTo(BODY_401);
            }
            default -> assertDuplicate(answer);
        }
        Planted.notIn(output.getAll());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersWhereCredentialsAreOptional(Case given, CapturedOutput output) {
        Raw answer = send("/optional/", given);
        if (given.answer == Answer.DUPLICATE) {
            assertDuplicate(answer);
        } else {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("WWW-Authenticate")).isEmpty();
            assertThat(answer.body()).isEqualTo(given.value == null ? "nobody" : "<" + given.value + ">");
        }
        Planted.notIn(output.getAll());
    }

    private static Raw send(String kind, Case given) {
        return Raw.send(app.port(), "GET", kind + given.scheme + given.query, "", given.headers.toArray(String[]::new));
    }

    private static void assertDuplicate(Raw answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"duplicate\"").doesNotContain(SECRET);
    }

    @Test
    void refusesARealmThatWouldBreakTheHeader() {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpBearer.of().realm("a\r\nSet-Cookie: b"));
        // Tomcat leaves such a header out
        assertThatIllegalArgumentException().isThrownBy(() -> HttpBearer.of().realm("\u65e5\u672c"));
    }

    @Test
    void keepsPasswordsOutOfText() {
        assertThat(new BasicCredentials("user", SECRET).toString()).doesNotContain(SECRET);
        assertThat(new NotAuthenticatedException("Bearer").getMessage()).isEqualTo("Not authenticated");
    }

    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }

        @Bean
        HttpBearer optionalBearer() {
            return HttpBearer.of().optional();
        }

        @Bean
        OAuth2PasswordBearer password() {
            return OAuth2PasswordBearer.of("/token");
        }

        @Bean
        OAuth2PasswordBearer optionalPassword() {
            return OAuth2PasswordBearer.of("/token").optional();
        }

        @Bean
        OAuth2AuthorizationCodeBearer code() {
            return OAuth2AuthorizationCodeBearer.of("/authorize", "/token");
        }

        @Bean
        OAuth2AuthorizationCodeBearer optionalCode() {
            return OAuth2AuthorizationCodeBearer.of("/authorize", "/token").optional();
        }

        @Bean
        OpenIdConnect oidc() {
            return OpenIdConnect.of("/oidc");
        }

        @Bean
        OpenIdConnect optionalOidc() {
            return OpenIdConnect.of("/oidc").optional();
        }

        @Bean
        HttpBasic basic() {
            return HttpBasic.of().realm("the \"api\"");
        }

        @Bean
        HttpBasic optionalBasic() {
            return HttpBasic.of().optional();
        }

        @Bean
        ApiKey header() {
            return ApiKey.header("X-Key").realm("partners");
        }

        @Bean
        ApiKey optionalHeader() {
            return ApiKey.header("X-Key").optional();
        }

        @Bean
        ApiKey query() {
            return ApiKey.query("key");
        }

        @Bean
        ApiKey optionalQuery() {
            return ApiKey.query("key").optional();
        }

        @Bean
        ApiKey cookie() {
            return ApiKey.cookie("key");
        }

        @Bean
        ApiKey optionalCookie() {
            return ApiKey.cookie("key").optional();
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/required/bearer")
        String bearer(@Depends(value = HttpBearer.class, name = "bearer") String token) {
            return "<" + token + ">";
        }

        @GetMapping("/required/password")
        String password(@Depends(value = OAuth2PasswordBearer.class, name = "password") String token) {
            return "<" + token + ">";
        }

        @GetMapping("/required/code")
        String code(@Depends(value = OAuth2AuthorizationCodeBearer.class, name = "code") String token) {
            return "<" + token + ">";
        }

        @GetMapping("/required/oidc")
        String oidc(@Depends(value = OpenIdConnect.class, name = "oidc") String token) {
            return "<" + token + ">";
        }

        @GetMapping("/required/basic")
        String basic(@Depends(value = HttpBasic.class, name = "basic") BasicCredentials user) {
            return "<" + user.username() + "/" + user.password() + ">";
        }

        @GetMapping("/required/header")
        String header(@Depends(value = ApiKey.class, name = "header") String key) {
            return "<" + key + ">";
        }

        @GetMapping("/required/query")
        String query(@Depends(value = ApiKey.class, name = "query") String key) {
            return "<" + key + ">";
        }

        @GetMapping("/required/cookie")
        String cookie(@Depends(value = ApiKey.class, name = "cookie") String key) {
            return "<" + key + ">";
        }

        @GetMapping("/optional/bearer")
        String optionalBearer(@Depends(value = HttpBearer.class, name = "optionalBearer") Optional<String> token) {
            return told(token);
        }

        @GetMapping("/optional/password")
        String optionalPassword(
                @Depends(value = OAuth2PasswordBearer.class, name = "optionalPassword") @Nullable String token) {
            return told(Optional.ofNullable(token));
        }

        @GetMapping("/optional/code")
        String optionalCode(
                @Depends(value = OAuth2AuthorizationCodeBearer.class, name = "optionalCode") Optional<String> token) {
            return told(token);
        }

        @GetMapping("/optional/oidc")
        String optionalOidc(@Depends(value = OpenIdConnect.class, name = "optionalOidc") Optional<String> token) {
            return told(token);
        }

        @GetMapping("/optional/basic")
        String optionalBasic(
                @Depends(value = HttpBasic.class, name = "optionalBasic") Optional<BasicCredentials> user) {
            return told(user.map(known -> known.username() + "/" + known.password()));
        }

        @GetMapping("/optional/header")
        String optionalHeader(@Depends(value = ApiKey.class, name = "optionalHeader") Optional<String> key) {
            return told(key);
        }

        @GetMapping("/optional/query")
        String optionalQuery(@Depends(value = ApiKey.class, name = "optionalQuery") Optional<String> key) {
            return told(key);
        }

        @GetMapping("/optional/cookie")
        String optionalCookie(@Depends(value = ApiKey.class, name = "optionalCookie") @Nullable String key) {
            return told(Optional.ofNullable(key));
        }

        private static String told(Optional<String> value) {
            return value.map(known -> "<" + known + ">").orElse("nobody");
        }
    }
}
