package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import io.github.depends.testing.App;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.servlet.filter.OrderedFormContentFilter;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.FormContentFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

@ExtendWith(OutputCaptureExtension.class)
class EarlyBodyTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String WARNING = "Before the guards of";
    private static App app;
    private static App plain;

    @BeforeAll
    static void start() {
        app = App.start(Guarded.class);
        plain = App.start(Plain.class);
    }

    @AfterAll
    static void stop() {
        app.close();
        plain.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, multipart/form-data; boundary=b",
        "PUT, multipart/form-data; boundary=b",
        "POST, application/x-www-form-urlencoded",
        "PUT, application/x-www-form-urlencoded",
        "PATCH, application/x-www-form-urlencoded;charset=UTF-8",
        "DELETE, application/x-www-form-urlencoded",
        "POST, application/json",
        "PUT, application/*"
    })
    void refusesARequestWithoutCredentialsBeforeItsBodyHasCome(String method, String type) throws IOException {
        for (String path : List.of("/json", "/parameters", "/upload")) {
            assertThat(statusBeforeTheBody(app, method, path, type)).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&b=2&a=3", "a=form", "", "a=%C3%BC&b=+x+", "a", "a=&a=", "a%5B%5D=1"})
    void givesTheParametersThatSpringsFilterGives(String form) {
        for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
            for (String query : List.of("", "?a=query", "?c=query&a=x&a=y", "?")) {
                for (String path : List.of("/parameters", "/both", "/stream", "/reader", "/streamLast")) {
                    HttpResponse<String> expected = plain.send(method, path + query, form, "Content-Type", FORM);
                    HttpResponse<String> answer =
                            app.send(method, path + query, form, "Content-Type", FORM, "Authorization", "Bearer good");

                    assertThat(withoutTime(answer.body()))
                            .as(method + " " + path + query)
                            .isEqualTo(withoutTime(expected.body()));
                    assertThat(answer.statusCode()).isEqualTo(expected.statusCode());
                }
            }
        }
    }

    @Test
    void answersAFormThatCannotBeDecodedLikeAnyOtherWrongRequest() {
        HttpResponse<String> answer =
                app.send("PUT", "/parameters", "a=%zz", "Content-Type", FORM, "Authorization", "Bearer good");

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("zz");
    }

    @Test
    void takesParts() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\ntext\r\n--b--\r\n";

        assertThat(app.send(
                                "POST",
                                "/upload",
                                body,
                                "Content-Type",
                                "multipart/form-data; boundary=b",
                                "Authorization",
                                "Bearer good")
                        .body())
                .isEqualTo("4");
    }

    @Test
    void warnsOfNothingThatItSeesTo(CapturedOutput output) {
        App.start(Guarded.class).close();
        App.start(
                        Plain.class,
                        "spring.servlet.multipart.resolve-lazily=false",
                        "spring.mvc.hiddenmethod.filter.enabled=true")
                .close();

        assertThat(output).doesNotContain(WARNING);
    }

    @Test
    void warnsOnceOfWhatIsStillReadEarly(CapturedOutput output) {
        App.start(
                        Guarded.class,
                        OwnFilter.class,
                        "spring.servlet.multipart.resolve-lazily=false",
                        "spring.mvc.hiddenmethod.filter.enabled=true")
                .close();

        assertThat(output.getAll().split(WARNING, -1)).hasSize(2);
        assertThat(output)
                .contains(
                        "Before the guards of 7 endpoints run (such as '",
                        "spring.servlet.multipart.resolve-lazily=true",
                        "'ownFormContent'",
                        "spring.mvc.hiddenmethod.filter.enabled=false");
    }

    @Test
    void leavesTheResolverOfTheApplicationAlone(CapturedOutput output) {
        App.start(Guarded.class, OwnResolver.class).close();

        assertThat(output).contains("'multipartResolver', the application's own resolver");
    }

    @Test
    void readsEarlyWhereTheApplicationWantsIt() throws IOException {
        try (App early = App.start(Guarded.class, OwnFilter.class)) {
            assertThat(early.bean(FormContentFilter.class)).isExactlyInstanceOf(OrderedFormContentFilter.class);
        }
    }

    private static int statusBeforeTheBody(App app, String method, String path, String type) throws IOException {
        try (Socket socket = new Socket("localhost", app.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                    + "\r\nContent-Length: 60000000\r\n\r\n--b\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }

    private static String withoutTime(String body) {
        return body.replaceAll("\"timestamp\":\".*?\",", "");
    }

    private static String text(Map<String, String[]> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + Arrays.toString(entry.getValue()))
                        .collect(Collectors.joining(";"));
    }

    private static String read(java.io.Reader reader) throws IOException {
        return new BufferedReader(reader).lines().collect(Collectors.joining("|"));
    }

    static class Endpoints {

        String both(String a, HttpServletRequest request) {
            return a + " " + request.getParameter("a") + " " + java.util.Collections.list(request.getParameterNames());
        }

        String stream(HttpServletRequest request) throws IOException {
            return read(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8)) + " "
                    + text(request.getParameterMap());
        }

        String reader(HttpServletRequest request) throws IOException {
            return read(request.getReader()) + " " + text(request.getParameterMap());
        }

        String streamLast(HttpServletRequest request) throws IOException {
            return text(request.getParameterMap()) + " "
                    + read(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8));
        }
    }

    @RestController
    @org.springframework.context.annotation.Import(Schemes.class)
    static class Guarded {

        private final Endpoints endpoints = new Endpoints();

        @RequestMapping("/json")
        String json(@Depends(HttpBearer.class) String token, @RequestBody Map<String, Object> body) {
            return "json";
        }

        @RequestMapping("/upload")
        String upload(@Depends(HttpBearer.class) String token, @RequestPart MultipartFile file) {
            return String.valueOf(file.getSize());
        }

        @RequestMapping("/parameters")
        String parameters(
                @Depends(HttpBearer.class) String token,
                @RequestParam org.springframework.util.MultiValueMap<String, String> all) {
            return new TreeMap<>(all).toString();
        }

        @RequestMapping("/both")
        String both(
                @Depends(HttpBearer.class) String token,
                @RequestParam(required = false) String a,
                HttpServletRequest request) {
            return endpoints.both(a, request);
        }

        @RequestMapping("/stream")
        String stream(@Depends(HttpBearer.class) String token, HttpServletRequest request) throws IOException {
            return endpoints.stream(request);
        }

        @RequestMapping("/reader")
        String reader(@Depends(HttpBearer.class) String token, HttpServletRequest request) throws IOException {
            return endpoints.reader(request);
        }

        @RequestMapping("/streamLast")
        String streamLast(@Depends(HttpBearer.class) String token, HttpServletRequest request) throws IOException {
            return endpoints.streamLast(request);
        }
    }

    @RestController
    static class Plain {

        private final Endpoints endpoints = new Endpoints();

        @RequestMapping("/parameters")
        String parameters(@RequestParam org.springframework.util.MultiValueMap<String, String> all) {
            return new TreeMap<>(all).toString();
        }

        @RequestMapping("/both")
        String both(@RequestParam(required = false) String a, HttpServletRequest request) {
            return endpoints.both(a, request);
        }

        @RequestMapping("/stream")
        String stream(HttpServletRequest request) throws IOException {
            return endpoints.stream(request);
        }

        @RequestMapping("/reader")
        String reader(HttpServletRequest request) throws IOException {
            return endpoints.reader(request);
        }

        @RequestMapping("/streamLast")
        String streamLast(HttpServletRequest request) throws IOException {
            return endpoints.streamLast(request);
        }
    }

    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }
    }

    static class OwnFilter {

        @Bean
        FormContentFilter ownFormContent() {
            return new OrderedFormContentFilter();
        }
    }

    static class OwnResolver {

        @Bean
        MultipartResolver multipartResolver() {
            return new StandardServletMultipartResolver();
        }
    }
}
