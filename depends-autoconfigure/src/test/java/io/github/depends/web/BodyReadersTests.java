package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonView;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.RequestEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** The body of a request is read once, so that all who read it must read it alike. */
class BodyReadersTests {

    private static List<String> faults;
    private static App app;

    @BeforeAll
    static void start() {
        faults = StartReport.faults(App.failure(
                Disagreeing.class, Readers.class, Trimming.class, ForControllers.class, ByMethod.class, Generic.class));
        app = App.start(Agreeing.class, Readers.class, Trimming.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /view           | Logged(Account) and by Disagreeing.view(Logged, Account), but only one of them has @JsonView
            /dependency     | Readers.open(Account) and by Disagreeing.dependency(Opened, Account), but only one of them has @JsonView
            /other-view     | Readers.open(Account) and by Disagreeing.otherView(Opened, Account), which give @JsonView different values
            /advised        | Logged(Account) and by Disagreeing.advised(Logged, Account), but only one of them has @Trimmed
            /advised-value  | Readers.trimmed(Account) and by Disagreeing.advisedValue(Shortened, Account), which give @Trimmed different values
            /two            | Logged(Account) and by Readers.open(Account), but only one of them has @JsonView
            /by-method      | Readers.method(Account) and by Disagreeing.byMethod(ByAMethod, Account), but the RequestBodyAdvice ByMethod takes part in only one of the two
            /by-constructor | Logged(Account) and by Disagreeing.byConstructor(Logged, Account), but the RequestBodyAdvice ByMethod takes part in only one of the two
            /by-controller  | Readers.method(Account) and by Disagreeing.byController(ByAMethod, Account), but the RequestBodyAdvice ForControllers takes part in only one of the two
            """)
    void refusesBodiesThatAreReadWithOtherAnnotations(String path, String difference) {
        assertThat(faults)
                .filteredOn(fault -> fault.startsWith("The body of 'POST " + path + "' is"))
                .anySatisfy(fault -> assertThat(fault)
                        .contains(
                                "is read by " + difference,
                                "; it is read once, for both. | at io.github.depends.web."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /list      | Account by Logged(Account) and as List<Account> by Disagreeing.list(Logged, List)
            /elements  | List<Account> by Many(List) and as List<Draft> by Disagreeing.elements(Many, List)
            /entity    | Account by Logged(Account) and as HttpEntity<Account> by Disagreeing.entity(Logged, HttpEntity)
            /request   | Account by Logged(Account) and as RequestEntity<Account> by Disagreeing.request(Logged, RequestEntity)
            /entities  | HttpEntity<Account> by Whole(HttpEntity) and as HttpEntity<Account> by Disagreeing.entities(Whole, HttpEntity)
            /stream    | Account by Logged(Account) and as InputStream by Disagreeing.stream(Logged, InputStream)
            /reader    | Account by Logged(Account) and as Reader by Disagreeing.reader(Logged, Reader)
            /variable  | Account by Base.read(Object) and as Draft by Base.read(Object)
            """)
    void refusesBodiesThatAreReadAsOtherTypes(String path, String difference) {
        assertThat(faults)
                .filteredOn(fault -> fault.startsWith("The body of 'POST " + path + "' is"))
                .anySatisfy(fault -> assertThat(fault).contains("is read as " + difference + ". | at"));
    }

    @Test
    void sharesABodyThatIsReadAlike() {
        String admin = "{\"name\":\"x\",\"admin\":true}";
        assertThat(app.post("/view", admin).body()).isEqualTo("x false same");
        assertThat(app.post("/alone", admin).body()).isEqualTo("x false");
        assertThat(app.post("/trimmed", "{\"name\":\" x \",\"admin\":true}").body())
                .isEqualTo("[x] true same");
    }

    @Test
    void looksAtEachParameterForWhatIsAskedAfterReading() {
        assertThat(app.post("/required", "").body()).contains("\"in\":\"body\",\"name\":\"\",\"code\":\"missing\"");
        assertThat(app.post("/optional", "").body()).isEqualTo("none");
        assertThat(app.post("/optional", "{\"name\":\"x\"}").body()).isEqualTo("x x");
        assertThat(app.post("/valid", "{\"name\":\"\"}").body()).contains("\"name\":\"name\",\"code\":\"NotBlank\"");
        assertThat(app.post("/stream", "{\"name\":\"x\"}").body()).isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void readsAPartForEachOfItsReaders() {
        String parts =
                "--b\r\nContent-Disposition: form-data; name=\"account\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"name\":\" x \",\"admin\":true}\r\n--b--\r\n";
        String type = "multipart/form-data; boundary=b";
        assertThat(app.send("POST", "/part", parts, "Content-Type", type).body())
                .isEqualTo("[ x ] true, [ x ] false, [x] true,  x ");
    }

    interface Open {}

    interface Hidden {}

    static final class Account {

        @JsonView(Open.class)
        @NotBlank public String name;

        @JsonView(Hidden.class)
        public boolean admin;
    }

    record Draft(String name) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Trimmed {

        String value() default "";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Decrypted {}

    record Logged(@RequestBody Account account) {}

    record Checked(@Valid @RequestBody Account account) {}

    record Maybe(@RequestBody(required = false) @Nullable Account account) {}

    record Many(@RequestBody List<Account> accounts) {}

    record Whole(HttpEntity<Account> entity) {}

    record PartOf(@RequestPart("account") Account account) {}

    record Opened(Account account) {}

    record Shortened(Account account) {}

    record ByAMethod(Account account) {}

    record Pair(Object one) {}

    record Other(Object other) {}

    abstract static class Base<T, R> {

        @Dependency
        R read(@RequestBody T body) {
            return wrap(body);
        }

        abstract R wrap(T body);
    }

    @Component
    static class Accounts extends Base<Account, Pair> {

        @Override
        Pair wrap(Account body) {
            return new Pair(body);
        }
    }

    @Component
    static class Drafts extends Base<Draft, Other> {

        @Override
        Other wrap(Draft body) {
            return new Other(body);
        }
    }

    @RestController
    static class Generic extends Generics {

        @PostMapping("/variable")
        String variable(@Depends(Accounts.class) Pair pair, @Depends(Drafts.class) Other other) {
            return "variable";
        }
    }

    @org.springframework.context.annotation.Import({Accounts.class, Drafts.class})
    static class Generics {}

    @Component
    static class Readers {

        @Dependency
        Opened open(@RequestBody @JsonView(Open.class) Account account) {
            return new Opened(account);
        }

        @Dependency
        Shortened trimmed(@RequestBody @Trimmed Account account) {
            return new Shortened(account);
        }

        @Dependency
        ByAMethod method(@RequestBody Account account) {
            return new ByAMethod(account);
        }
    }

    @RestController
    static class Disagreeing {

        @PostMapping("/view")
        String view(@Depends Logged logged, @RequestBody @JsonView(Open.class) Account account) {
            return "view";
        }

        @PostMapping("/dependency")
        String dependency(@Depends Opened opened, @RequestBody Account account) {
            return "dependency";
        }

        @PostMapping("/other-view")
        String otherView(@Depends Opened opened, @RequestBody @JsonView(Hidden.class) Account account) {
            return "other view";
        }

        @PostMapping("/advised")
        String advised(@Depends Logged logged, @RequestBody @Trimmed Account account) {
            return "advised";
        }

        @PostMapping("/advised-value")
        String advisedValue(@Depends Shortened trimmed, @RequestBody @Trimmed("left") Account account) {
            return "advised";
        }

        @PostMapping("/two")
        String two(@Depends Logged logged, @Depends Opened opened) {
            return "two";
        }

        @Decrypted
        @PostMapping("/by-method")
        String byMethod(@Depends ByAMethod method, @RequestBody Account account) {
            return "by method";
        }

        @Decrypted
        @PostMapping("/by-constructor")
        String byConstructor(@Depends Logged logged, @RequestBody Account account) {
            return "by constructor";
        }

        @PostMapping("/by-controller")
        String byController(@Depends ByAMethod method, @RequestBody Account account) {
            return "by controller";
        }

        @PostMapping("/list")
        String list(@Depends Logged logged, @RequestBody List<Account> accounts) {
            return "list";
        }

        @PostMapping("/elements")
        String elements(@Depends Many many, @RequestBody List<Draft> drafts) {
            return "elements";
        }

        @PostMapping("/entity")
        String entity(@Depends Logged logged, HttpEntity<Account> entity) {
            return "entity";
        }

        @PostMapping("/request")
        String request(@Depends Logged logged, RequestEntity<Account> entity) {
            return "request";
        }

        @PostMapping("/entities")
        String entities(@Depends Whole whole, HttpEntity<Account> entity) {
            return "entities";
        }

        @PostMapping("/stream")
        String stream(@Depends Logged logged, InputStream body) {
            return "stream";
        }

        @PostMapping("/reader")
        String reader(@Depends Logged logged, Reader body) {
            return "reader";
        }
    }

    @RestController
    static class Agreeing {

        @PostMapping("/view")
        String view(@Depends Opened opened, @RequestBody @JsonView(Open.class) Account account) {
            return account.name + " " + account.admin + (opened.account() == account ? " same" : " other");
        }

        @PostMapping("/alone")
        String alone(@Depends Opened opened) {
            return opened.account().name + " " + opened.account().admin;
        }

        @PostMapping("/trimmed")
        String trimmed(@Depends Shortened trimmed, @RequestBody @Trimmed Account account) {
            return "[" + account.name + "] " + account.admin + (trimmed.account() == account ? " same" : " other");
        }

        @PostMapping("/required")
        String required(@Depends Maybe maybe, @RequestBody Account account) {
            return "required";
        }

        @PostMapping("/optional")
        String optional(@Depends Maybe maybe, @RequestBody Optional<Account> account) {
            return account.map(given -> given.name + " " + maybe.account().name).orElse("none");
        }

        @PostMapping("/valid")
        String valid(@Depends Logged logged, @Depends Checked checked) {
            return "valid";
        }

        @PostMapping("/stream")
        String stream(@Depends Agreeing.Nothing nothing, InputStream body) throws java.io.IOException {
            return new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        @PostMapping("/part")
        String part(
                @Depends PartOf part,
                @RequestPart @JsonView(Open.class) Account account,
                @RequestPart("account") @Trimmed Account trimmed,
                @RequestPart("account") Draft draft) {
            return "[" + part.account().name + "] " + part.account().admin + ", [" + account.name + "] " + account.admin
                    + ", [" + trimmed.name + "] " + trimmed.admin + ", " + draft.name();
        }

        record Nothing(jakarta.servlet.http.HttpServletRequest request) {}
    }

    @RestControllerAdvice
    static class Trimming extends RequestBodyAdviceAdapter {

        @Override
        public boolean supports(
                MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
            return parameter.hasParameterAnnotation(Trimmed.class);
        }

        @Override
        public Object afterBodyRead(
                Object body,
                HttpInputMessage message,
                MethodParameter parameter,
                Type type,
                Class<? extends HttpMessageConverter<?>> converter) {
            ((Account) body).name = ((Account) body).name.trim();
            return body;
        }
    }

    @RestControllerAdvice(assignableTypes = Disagreeing.class)
    static class ForControllers extends RequestBodyAdviceAdapter {

        @Override
        public boolean supports(
                MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }
    }

    @RestControllerAdvice
    static class ByMethod extends RequestBodyAdviceAdapter {

        @Override
        public boolean supports(
                MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
            return parameter.getMethod().isAnnotationPresent(Decrypted.class);
        }
    }
}
