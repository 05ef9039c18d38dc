package io.github.depends.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.Planted;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of a token request (RFC 6749, 4.3.2), over HTTP and in the document. */
@ExtendWith(OutputCaptureExtension.class)
class OAuth2PasswordRequestFormTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String USER = "grant_type=password&username=alice&password=s3cret";
    private static final String CLIENT = "app:" + Planted.SECRET;

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Controller.class, Login.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ''                                                 ; alice s3cret [] null null
                    &scope=                                            ; alice s3cret [] null null
                    &scope=a:b+c                                       ; alice s3cret [a:b, c] null null
                    &scope=+b++a+b+                                    ; alice s3cret [b, a] null null
                    &client_id=app                                     ; alice s3cret [] app null
                    &client_id=app&client_secret=hush%2B               ; alice s3cret [] app hush+
                    &client_id=&client_secret=                         ; alice s3cret [] null null
                    &unknown=1&unknown=2                               ; alice s3cret [] null null
                    """)
    void readsTheFields(String more, String told) {
        for (String path : List.of("/token", "/open-token", "/token?page=1", "/guarded-token")) {
            assertThat(post(path, USER + more).body()).as(path).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    app:hush          ; alice s3cret [] app hush
                    app:              ; alice s3cret [] app null
                    a%20b:h%2Bu+h     ; alice s3cret [] a b h+u h
                    J%C3%B6rg:p%C3%A4 ; alice s3cret [] Jörg pä
                    Jörg:a:b          ; alice s3cret [] Jörg a:b
                    :                 ; alice s3cret [] null null
                    """)
    void readsTheClientOfHttpBasic(String pair, String told) {
        assertThat(post("/token", USER, "Authorization", basic(pair)).body()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer t0ken", "Basicx YTpi", "BasicYTpi", "Basic-Realm YTpi"})
    void leavesOtherSchemesAlone(String authorization) {
        assertThat(post("/token", USER, "Authorization", authorization).body()).isEqualTo("alice s3cret [] null null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ''                                        ; form grant_type missing, form username missing, form password missing
                    grant_type=password&username=&password=p  ; form username missing
                    grant_type=refresh_token&username=a&password=p ; form grant_type Pattern
                    grant_type=Password&username=a            ; form grant_type Pattern, form password missing
                    username=a&password=p                     ; form grant_type missing
                    grant_type=password&username=a&username=a&password=p ; form username duplicate
                    grant_type=password&grant_type=password&username=a&password=p&password=q ; form grant_type duplicate, form password duplicate
                    grant_type=password&username=a&password=p&scope=a&scope=b ; form scope duplicate
                    grant_type=password&username=a&password=p&scope=a%22b ; form scope Pattern
                    grant_type=password&username=a&password=p&client_id=a&client_id=b ; form client_id duplicate
                    grant_type=password&username=a&password=p&client_secret=hush ; form client_id missing
                    grant_type=password&username=a%0D%0Ab&password=%00 ; form username Pattern, form password Pattern
                    grant_type=password&username=a&password=p&client_id=%7F&client_secret=%C2%85 ; form client_id Pattern, form client_secret Pattern
                    """)
    void tellsEverythingThatIsWrong(String form, String told) {
        assertThat(errors(post("/token", form))).isEqualTo(told);
    }

    @Test
    void tellsItTogetherWithOtherFaults() {
        assertThat(errors(app.send("POST", "/tenant-token", "username=a", "Content-Type", FORM)))
                .isEqualTo("form grant_type missing, form password missing, header X-Tenant missing");
    }

    @Test
    void takesNothingFromTheQueryString() {
        assertThat(errors(post("/token?" + USER, "grant_type=password&username=bob")))
                .isEqualTo("form grant_type duplicate, form username duplicate, form password missing");
        assertThat(errors(post("/token?" + USER, "")))
                .isEqualTo("form grant_type missing, form username missing, form password missing");
        assertThat(post("/token?scope=admin&client_id=app", USER).body()).isEqualTo("alice s3cret [] null null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void takesNothingButAForm(String type) {
        String body = type.startsWith("multipart")
                ? Stream.of("grant_type", "username", "password")
                        .map(name -> "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\npassword\r\n")
                        .reduce("", String::concat)
                        .concat("--x--\r\n")
                : USER;
        assertThat(errors(app.send("POST", "/open-token", body, "Content-Type", type)))
                .isEqualTo("form grant_type missing, form username missing, form password missing");
    }

    @Test
    void refusesTwoWaysToAuthenticateTheClient() {
        assertThat(errors(
                        post("/token", USER + "&client_id=app&client_secret=hush", "Authorization", basic("app:hush"))))
                .isEqualTo("form client_id duplicate, form client_secret duplicate");
        assertThat(errors(post("/token", USER + "&client_id=app", "Authorization", basic("app:hush"))))
                .isEqualTo("form client_id duplicate");
        assertThat(errors(post("/token", USER, "Authorization", basic("a:b"), "Authorization", basic("a:b"))))
                .isEqualTo("header Authorization duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic YXBw", "basic YXBwOmh1c2glenp6"})
    void refusesAMalformedClient(String authorization) {
        assertThat(errors(post("/token", USER, "Authorization", authorization)))
                .isEqualTo("header Authorization unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a%0D%0Ab:c", "a:%00", "a%C2%85:c", "%FF:c", "a:%C3", "a%ED%A0%80:c", "a%:c", "a:%zz", ":c"})
    void refusesAClientThatIsNoText(String pair) {
        assertThat(errors(post("/token", USER, "Authorization", basic(pair))))
                .isEqualTo("header Authorization unreadable");
    }

    @Test
    void showsNothingOfWhatWasSent(CapturedOutput output) {
        HttpResponse<String> refused = post(
                "/token",
                "grant_type=" + Planted.SECRET + "&username=" + Planted.SECRET + "&password=" + Planted.SECRET
                        + "&scope=%22" + Planted.SECRET,
                "Authorization",
                basic(CLIENT + "%zz"));
        assertThat(errors(refused))
                .isEqualTo("form grant_type Pattern, form scope Pattern, header Authorization unreadable");
        Planted.notIn(refused.body());
        OAuth2PasswordRequestForm form = new OAuth2PasswordRequestForm(
                Planted.SECRET, Planted.SECRET, List.of(Planted.SECRET), Planted.SECRET, Planted.SECRET);
        Planted.notIn(form.toString());
        Planted.notIn(output.getAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%FF", "%C3"})
    void refusesAFormThatCannotBeDecodedAndLogsNothingOfIt(String undecodable, CapturedOutput output) {
        for (String form :
                List.of(USER + Planted.SECRET + undecodable, USER + "&other=" + Planted.SECRET + undecodable)) {
            assertThat(errors(post("/token", form))).isEqualTo("form  unreadable");
            assertThat(errors(post("/guarded-token", form))).isEqualTo("form  unreadable");
        }
        Planted.notIn(output.getAll());
    }

    @Test
    void isShownAsAForm() {
        JsonNode document = JsonMapper.shared().readTree(app.get("/v3/api-docs").body());
        for (String path : List.of("token", "open-token", "guarded-token", "tenant-token")) {
            JsonNode operation = document.at("/paths/~1" + path + "/post");
            assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
            assertThat(operation.at("/requestBody/content").propertyNames()).containsExactly(FORM);
            JsonNode form = operation.at("/requestBody/content/application~1x-www-form-urlencoded/schema");
            assertThat(form.at("/properties").propertyNames())
                    .contains("grant_type", "username", "password", "scope", "client_id", "client_secret");
            assertThat(form.at("/properties/device").isMissingNode()).isEqualTo(!path.equals("tenant-token"));
            assertThat(form.at("/properties/grant_type").toString())
                    .isEqualTo("{\"type\":\"string\",\"enum\":[\"password\"]}");
            assertThat(form.path("required").toString()).isEqualTo("[\"grant_type\",\"password\",\"username\"]");
            assertThat(operation.path("responses").has("400")).isTrue();
        }
    }

    @Test
    void leavesTheFieldsOfAnotherMethodOnThePathAsSpringdocDoes() {
        assertThat(JsonMapper.shared()
                        .readTree(app.get("/v3/api-docs").body())
                        .at("/paths/~1grants/post/requestBody/content/application~1x-www-form-urlencoded/schema")
                        .path("properties")
                        .propertyNames())
                .containsExactly("ticket");
    }

    private static HttpResponse<String> post(String path, String form, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", FORM));
        return app.send("POST", path, form, all.toArray(String[]::new));
    }

    private static String errors(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        List<String> errors = new ArrayList<>();
        JsonMapper.shared()
                .readTree(answer.body())
                .path("errors")
                .forEach(error -> errors.add(
                        error.path("in").asString() + " " + error.path("name").asString() + " "
                                + error.path("code").asString()));
        return String.join(", ", errors);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    record User(String text) {}

    @Component
    static class Login {

        @Dependency(guard = true)
        User user(@Depends OAuth2PasswordRequestForm form) {
            return new User(told(form));
        }
    }

    private static String told(OAuth2PasswordRequestForm form) {
        return form.username() + " " + form.password() + " " + form.scopes() + " " + form.clientId() + " "
                + form.clientSecret();
    }

    @RestController
    static class Controller {

        @PostMapping(path = "/token", consumes = FORM)
        String token(@Depends OAuth2PasswordRequestForm form) {
            return told(form);
        }

        @PostMapping(path = "/grants", consumes = FORM, params = "ticket")
        String ticket(@RequestParam String ticket) {
            return ticket;
        }

        @PostMapping(path = "/grants", consumes = FORM, params = "password")
        String grant(@Depends OAuth2PasswordRequestForm form) {
            return told(form);
        }

        @PostMapping("/open-token")
        String open(@Depends OAuth2PasswordRequestForm form) {
            return told(form);
        }

        @PostMapping(path = "/guarded-token", consumes = FORM)
        String guarded(@Depends User user) {
            return user.text();
        }

        @PostMapping(path = "/tenant-token", consumes = FORM)
        String tenant(
                @Depends OAuth2PasswordRequestForm form,
                @RequestHeader("X-Tenant") String tenant,
                @RequestParam(required = false) @Nullable String device) {
            return told(form);
        }
    }
}
