package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.testing.App;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** An application that uses nothing of the library answers as it does without it, byte for byte. */
class ZeroInterferenceTests {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void answersTheSameWithAndWithout() {
        Object[] parts = {Plain.class, Configuration.class, Advice.class, "spring.mvc.problemdetails.enabled=true"};
        List<String> with;
        try (App app = App.start(parts)) {
            with = answers(app);
        }
        List<String> without;
        try (App app = App.start(with(
                parts,
                "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "io.github.depends.autoconfigure.DependsAutoConfiguration,"
                        + "io.github.depends.openapi.OpenApiAutoConfiguration"))) {
            assertThat(app.context().getBeanNamesForType(RequestDependencies.class))
                    .isEmpty();
            without = answers(app);
        }
        assertThat(with).isEqualTo(without).hasSizeGreaterThan(40);
    }

    private static Object[] with(Object[] parts, Object more) {
        List<Object> all = new ArrayList<>(List.of(parts));
        all.add(more);
        return all.toArray();
    }

    private static List<String> answers(App app) {
        List<String> answers = new ArrayList<>();
        for (String path : List.of(
                "/types?zone=UTC",
                "/simple/7;m=3?n=1&opt=x",
                "/simple/x?n=y",
                "/simple/7",
                "/simple/7?n=0",
                "/model?name=a&age=3",
                "/model?name=&age=x",
                "/model-checked?name=&age=x",
                "/custom",
                "/void",
                "/status",
                "/entity",
                "/entity-null",
                "/headers",
                "/problem",
                "/callable",
                "/task",
                "/deferred",
                "/future",
                "/future-entity",
                "/future-fails",
                "/stream",
                "/sse",
                "/bytes",
                "/resource",
                "/written",
                "/redirect",
                "/view",
                "/fails",
                "/fails-known",
                "/fails-resolved",
                "/result?n=50",
                "/bound?n=4",
                "/head",
                "/nowhere",
                "/error",
                "/v3/api-docs")) {
            answers.add(path + " " + text(app.get(path, "Cookie", "c=1", "Accept-Language", "de", "X-H", "h"), app));
        }
        answers.add(text(app.send("HEAD", "/entity", null), app));
        answers.add(text(app.send("OPTIONS", "/entity", null), app));
        answers.add(text(app.send("DELETE", "/entity", null), app));
        answers.add(text(app.post("/body", "{\"name\":\"x\"}"), app));
        answers.add(text(app.post("/body", "{\"name\":\"\"}"), app));
        answers.add(text(app.post("/body", "{"), app));
        answers.add(text(app.post("/body-errors", "{\"name\":\"\"}"), app));
        answers.add(text(app.post("/stream-in", "abc"), app));
        answers.add(text(app.post("/reader", "abc"), app));
        answers.add(text(app.post("/request-entity", "\"abc\""), app));
        answers.add(text(app.send("POST", "/form", "name=f&age=2", "Content-Type", FORM), app));
        answers.add(text(app.send("PUT", "/body", "x", "Content-Type", "text/plain"), app));
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n"
                + "{\"name\":\"p\"}\r\n--b--\r\n";
        answers.add(
                text(app.send("POST", "/parts", multipart, "Content-Type", "multipart/form-data; boundary=b"), app));
        return answers;
    }

    private static String text(HttpResponse<String> answer, App app) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return (answer.statusCode() + " " + headers + "\n" + answer.body())
                .replace(":" + app.port(), ":port")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "timestamp")
                .replaceAll("JSESSIONID=[^;]*", "session");
    }

    record Person(@NotBlank String name, int age) {}

    record Custom(String value) {}

    static class KnownException extends RuntimeException {}

    static class ResolvedException extends RuntimeException {}

    @RestController
    static class Plain {

        @GetMapping("/types")
        String types(
                HttpServletRequest request,
                HttpServletResponse response,
                HttpSession session,
                WebRequest web,
                Principal principal,
                HttpMethod method,
                Locale locale,
                TimeZone zone,
                UriComponentsBuilder uri,
                Model model) {
            return request.getRequestURI()
                    + response.getStatus()
                    + session.isNew()
                    + web.getLocale()
                    + principal
                    + method
                    + locale
                    + (zone != null)
                    + uri.replacePath("/x").port(1).toUriString()
                    + model.asMap().keySet()
                    + request.getClass().getSimpleName();
        }

        @GetMapping("/simple/{id}")
        String simple(
                @PathVariable int id,
                @MatrixVariable(required = false) Integer m,
                @RequestParam @Min(1) int n,
                @RequestParam Optional<String> opt,
                @RequestParam(defaultValue = "d") String d,
                @CookieValue int c,
                @RequestHeader("X-H") String header,
                @RequestHeader HttpHeaders headers,
                @RequestAttribute(required = false) String attribute,
                @RequestParam Map<String, String> all,
                String bare) {
            return id + " " + m + n + opt + d + c + header + headers.getFirst("X-H") + attribute + all + bare;
        }

        @GetMapping("/model")
        String model(@Valid @ModelAttribute Person person) {
            return person.toString();
        }

        @GetMapping("/model-checked")
        String checked(@Valid Person person, BindingResult result) {
            return String.valueOf(result.getErrorCount());
        }

        @PostMapping("/form")
        Person form(Person person) {
            return person;
        }

        @GetMapping("/custom")
        String custom(Custom custom) {
            return custom.value();
        }

        @RequestMapping("/body")
        Person body(@Valid @RequestBody Person person) {
            return person;
        }

        @PostMapping("/body-errors")
        int body(@Valid @RequestBody Person person, BindingResult result) {
            return result.getErrorCount();
        }

        @PostMapping("/stream-in")
        String stream(InputStream body, OutputStream out) throws IOException {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }

        @PostMapping("/reader")
        int reader(Reader body) throws IOException {
            return body.read();
        }

        @PostMapping("/request-entity")
        String entity(RequestEntity<String> entity, HttpEntity<String> again) {
            return entity.getMethod() + entity.getBody();
        }

        @PostMapping("/parts")
        String parts(@RequestParam MultipartFile file, @RequestPart Person meta) throws IOException {
            return file.getOriginalFilename() + file.getBytes().length + meta;
        }

        @GetMapping("/void")
        void nothing() {}

        @GetMapping("/status")
        @ResponseStatus(HttpStatus.ACCEPTED)
        void status() {}

        @GetMapping("/entity")
        ResponseEntity<Person> entity() {
            return ResponseEntity.status(203).header("X-E", "1").body(new Person("e", 1));
        }

        @GetMapping("/entity-null")
        ResponseEntity<Person> noEntity() {
            return ResponseEntity.notFound().build();
        }

        @GetMapping("/headers")
        HttpHeaders headers() {
            HttpHeaders headers = new HttpHeaders();
            headers.add("X-O", "o");
            return headers;
        }

        @GetMapping("/problem")
        ProblemDetail problem() {
            return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "no");
        }

        @GetMapping("/callable")
        Callable<String> callable() {
            return () -> "callable";
        }

        @GetMapping("/task")
        WebAsyncTask<String> task() {
            return new WebAsyncTask<>(() -> "task");
        }

        @GetMapping("/deferred")
        DeferredResult<String> deferred() {
            DeferredResult<String> result = new DeferredResult<>();
            result.setResult("deferred");
            return result;
        }

        @GetMapping("/future")
        CompletableFuture<String> future() {
            return CompletableFuture.supplyAsync(() -> "future");
        }

        @GetMapping("/future-entity")
        ResponseEntity<CompletableFuture<String>> futureEntity() {
            return ResponseEntity.ok(CompletableFuture.completedFuture("future"));
        }

        @GetMapping("/future-fails")
        CompletableFuture<String> futureFails() {
            return CompletableFuture.failedFuture(new KnownException());
        }

        @GetMapping("/stream")
        StreamingResponseBody stream() {
            return out -> out.write("stream".getBytes(StandardCharsets.UTF_8));
        }

        @GetMapping("/sse")
        SseEmitter sse() throws IOException {
            SseEmitter emitter = new SseEmitter(Duration.ofSeconds(5).toMillis());
            emitter.send("one");
            emitter.complete();
            return emitter;
        }

        @GetMapping("/bytes")
        byte[] bytes() {
            return new byte[] {65, 66};
        }

        @GetMapping("/resource")
        ByteArrayResource resource() {
            return new ByteArrayResource("resource".getBytes(StandardCharsets.UTF_8));
        }

        @GetMapping("/written")
        void written(HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter().write("written");
        }

        @GetMapping("/redirect")
        ModelAndView redirect() {
            return new ModelAndView("redirect:/entity");
        }

        @GetMapping("/view")
        ModelAndView view() {
            return new ModelAndView("forward:/bytes");
        }

        @GetMapping("/fails")
        String fails() {
            throw new IllegalStateException("fails");
        }

        @GetMapping("/fails-known")
        String failsKnown() {
            throw new KnownException();
        }

        @GetMapping("/fails-resolved")
        String failsResolved() {
            throw new ResolvedException();
        }

        @GetMapping("/result")
        @Max(10) int result(@RequestParam int n) {
            return n;
        }

        @GetMapping("/bound")
        String bound(@RequestParam Custom n) {
            return n.value();
        }

        @InitBinder
        void local(WebDataBinder binder) {
            binder.registerCustomEditor(Custom.class, new java.beans.PropertyEditorSupport() {
                @Override
                public void setAsText(String text) {
                    setValue(new Custom("local " + text));
                }
            });
        }
    }

    @ControllerAdvice
    static class Advice {

        @ExceptionHandler
        ResponseEntity<String> known(KnownException thrown) {
            return ResponseEntity.status(418).body("known");
        }

        @ModelAttribute("advised")
        String advised() {
            return "advised";
        }
    }

    /** What an application may have of its own. */
    static class Configuration implements WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new HandlerMethodArgumentResolver() {
                @Override
                public boolean supportsParameter(MethodParameter parameter) {
                    return parameter.getParameterType() == Custom.class
                            && !parameter.hasParameterAnnotation(RequestParam.class);
                }

                @Override
                public Object resolveArgument(
                        MethodParameter parameter,
                        ModelAndViewContainer model,
                        NativeWebRequest request,
                        WebDataBinderFactory binders) {
                    return new Custom("resolved by " + binders.getClass().getSimpleName());
                }
            });
        }

        @Bean
        WebMvcRegistrations registrations() {
            return new WebMvcRegistrations() {
                @Override
                public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                    return new OwnAdapter();
                }
            };
        }

        @Bean
        HandlerExceptionResolver ownResolver() {
            return (request, response, handler, thrown) -> {
                if (!(thrown instanceof ResolvedException)) {
                    return null;
                }
                response.setStatus(419);
                return new ModelAndView();
            };
        }
    }

    static class OwnAdapter extends RequestMappingHandlerAdapter {

        @Override
        protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> methods) {
            return new OwnFactory(methods, this);
        }
    }

    static class OwnFactory extends ServletRequestDataBinderFactory {

        OwnFactory(List<InvocableHandlerMethod> methods, RequestMappingHandlerAdapter adapter) {
            super(methods, adapter.getWebBindingInitializer());
        }
    }
}
