package io.github.depends.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.security.ApiKey;
import io.github.depends.testing.App;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Names of headers mean the same in any case, those of all other parameters do not. */
@ExtendWith(OutputCaptureExtension.class)
class HeaderNameTests {

    private static App app;
    private static Document document;
    private static String log;

    @BeforeAll
    static void start(CapturedOutput output) {
        app = App.start(Keys.class, Controller.class, Handling.class);
        document = Document.of(app);
        log = output.getAll();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/dependencies, X-Tenant missing",
        "/own,          x-tenant missing",
        "/three,        X-Tenant missing",
        "/query,        tenant missing;Tenant missing"
    })
    void tellsAFaultOfAHeaderOnce(String path, String faults) {
        assertThat(faults(app.get(path))).containsExactly(faults.split(";"));
    }

    @ParameterizedTest
    @CsvSource({"X-Tenant", "x-tenant", "X-TENANT"})
    void tellsWhatIsWrongWithOneValueOnce(String header) {
        assertThat(faults(app.get("/dependencies", header, "toolong"))).containsExactly("X-Tenant Size");
        assertThat(app.get("/dependencies", header, "abc").body()).isEqualTo("abc abc");
    }

    @Test
    void hasOneCauseForOneFault() {
        assertThat(app.get("/handled").body()).isEqualTo("handled X-Tenant");
    }

    @ParameterizedTest
    @CsvSource({
        "/dependencies, X-Tenant, 3",
        "/own,          X-TENANT, 3",
        "/three,        X-Tenant, 2",
        "/optional,     X-Tenant, 3",
        "/query,        tenant;Tenant, ",
    })
    void documentsAHeaderOnce(String path, String names, Integer maxLength) {
        List<JsonNode> parameters =
                document.operation("get", path).path("parameters").valueStream().toList();
        assertThat(parameters)
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactlyInAnyOrder(names.split(";"));
        assertThat(parameters)
                .allSatisfy(parameter ->
                        assertThat(parameter.path("required").asBoolean()).isTrue());
        if (maxLength != null) {
            assertThat(parameters.get(0).at("/schema/maxLength").asInt()).isEqualTo(maxLength);
        }
    }

    @Test
    void warnsOfHeadersThatAreDeclaredDifferently() {
        assertThat(log)
                .contains(
                        "The header parameter 'x-PATTERN' is declared with another pattern by Small(String) than by Big(String)")
                .doesNotContain("parameter 'PATTERN' is declared", "parameter 'pattern' is declared")
                .doesNotContain("The security schemes of the beans named 'key'");
        assertThat(document.at("/components/securitySchemes").propertyNames()).containsExactly("key");
    }

    private static List<String> faults(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return java.util.regex.Pattern.compile("\"name\":\"(.*?)\",\"code\":\"(.*?)\"")
                .matcher(answer.body())
                .results()
                .map((MatchResult error) -> error.group(1) + " " + error.group(2))
                .toList();
    }

    record Tenant(@RequestHeader("X-Tenant") @Size(max = 3) String name) {}

    record Caller(@RequestHeader("x-tenant") @Size(max = 5) String name) {}

    record Loud(@RequestHeader("X-TENANT") @Size(max = 2) String name) {}

    record Maybe(
            @RequestHeader(name = "X-Tenant", required = false)
            String name) {}

    record Big(
            @RequestHeader("X-Pattern") @Pattern(regexp = "[A-Z]*") String name) {}

    record Small(
            @RequestHeader("x-PATTERN") @Pattern(regexp = "[a-z]*") String name) {}

    record Queried(@RequestParam @Pattern(regexp = "[A-Z]*") String tenant) {}

    record AlsoQueried(
            @RequestParam("Tenant") @Pattern(regexp = "[a-z]*") String tenant) {}

    static class Keys {

        @Bean
        ApiKey one() {
            return ApiKey.header("X-Key").schemeName("key");
        }

        @Bean
        ApiKey other() {
            return ApiKey.header("x-key").schemeName("key");
        }
    }

    @RestController
    static class Controller {

        @GetMapping("/dependencies")
        String dependencies(@Depends Tenant tenant, @Depends Caller caller) {
            return tenant.name() + " " + caller.name();
        }

        @GetMapping("/own")
        String own(@Depends Caller caller, @RequestHeader("X-TENANT") @Size(max = 3) String tenant) {
            return tenant;
        }

        @GetMapping("/three")
        String three(@Depends Tenant tenant, @Depends Caller caller, @Depends Loud loud) {
            return tenant.name();
        }

        @GetMapping("/optional")
        String optional(@Depends Maybe maybe, @Depends Caller caller, @Depends Tenant tenant) {
            return tenant.name();
        }

        @GetMapping("/pattern")
        String pattern(@Depends Big big, @Depends Small small) {
            return big.name();
        }

        @GetMapping("/query")
        String query(@Depends Queried queried, @Depends AlsoQueried also) {
            return queried.tenant();
        }

        @GetMapping("/keys")
        String keys(
                @Depends(value = ApiKey.class, name = "one") String one,
                @Depends(value = ApiKey.class, name = "other") String other,
                @Depends Tenant tenant) {
            return one;
        }
    }

    @RestController
    static class Handling {

        @GetMapping("/handled")
        String handled(@Depends Tenant tenant, @Depends Caller caller) {
            return tenant.name();
        }

        @ExceptionHandler
        @ResponseStatus
        String handled(MissingRequestHeaderException fault) {
            return "handled " + fault.getHeaderName();
        }
    }
}
