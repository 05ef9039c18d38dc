package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.InvalidRequestException;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.NotAuthenticatedException;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Who answers a wrong request where the application has exception handlers of its own. */
class FaultHandlerTests {

    private static final String NONE = "/items";
    private static final String TYPE = "/items?limit=x&own=1";
    private static final String CONSTRAINT = "/items?limit=1&own=0";
    private static final String DEPENDENCY_CONSTRAINT = "/items?limit=0&own=1";

    @ParameterizedTest
    @ValueSource(strings = {"spring.mvc.problemdetails.enabled=true", "spring.mvc.problemdetails.enabled=false"})
    void answersItselfWhereTheApplicationHandlesNothing(String problems) {
        try (App app = App.start(Items.class, Limits.class, problems)) {
            for (String path : new String[] {NONE, TYPE, CONSTRAINT, DEPENDENCY_CONSTRAINT}) {
                HttpResponse<String> answer = app.get(path, "Authorization", "Bearer t");
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body())
                        .contains("\"errors\":[{\"in\":\"query\"")
                        .doesNotContain("instance");
            }
            assertThat(app.get(NONE).body()).contains("Not authenticated").doesNotContain("instance");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.mvc.problemdetails.enabled=true", "spring.mvc.problemdetails.enabled=false"})
    void leavesFaultsToAHandlerThatNamesThem(String problems) {
        try (App app = App.start(Items.class, Limits.class, Named.class, problems)) {
            assertThat(app.get(NONE, "Authorization", "Bearer t").body()).isEqualTo("named 2");
            assertThat(app.get(TYPE, "Authorization", "Bearer t").body()).isEqualTo("named 1");
            assertThat(app.get(TYPE).body()).isEqualTo("named Bearer");
        }
    }

    @Test
    void leavesASingleFaultToTheHandlersOfItsCause() {
        try (App app = App.start(Items.class, Limits.class, Causes.class)) {
            assertThat(app.get(TYPE, "Authorization", "Bearer t").body()).isEqualTo("type limit");
            assertThat(app.get("/items?own=1", "Authorization", "Bearer t").body())
                    .isEqualTo("missing limit");
            assertThat(app.get(CONSTRAINT, "Authorization", "Bearer t").body()).isEqualTo("constraint own");
            assertThat(app.get(DEPENDENCY_CONSTRAINT, "Authorization", "Bearer t")
                            .body())
                    .isEqualTo("constraint limit");
            assertThat(app.post("/items?limit=1", "{\"title\":\"\"}", "Authorization", "Bearer t")
                            .body())
                    .isEqualTo("body title");
            assertThat(app.get(NONE, "Authorization", "Bearer t").body()).contains("\"errors\":");
        }
    }

    @Test
    void leavesFaultsToTheHandlerOfTheController() {
        try (App app = App.start(Local.class, Limits.class, Named.class)) {
            assertThat(app.get("/local").body()).isEqualTo("local limit");
        }
    }

    @Test
    void isNoServerErrorWhereOnlyAHandlerForEverythingElseIsThere() {
        try (App app = App.start(Items.class, Limits.class, Everything.class)) {
            assertThat(app.get(NONE, "Authorization", "Bearer t").body()).contains("\"errors\":");
            HttpResponse<String> answer = app.get("/items?own=1", "Authorization", "Bearer t");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Required parameter 'limit' is not present");
            assertThat(app.get(CONSTRAINT, "Authorization", "Bearer t").statusCode())
                    .isEqualTo(400);
            assertThat(app.get(TYPE, "Authorization", "Bearer t").statusCode()).isEqualTo(400);
            answer = app.get(NONE);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(app.get("/fails").body()).isEqualTo("everything IllegalStateException");
        }
    }

    @Test
    void leavesFaultsToAHandlerForEverything() {
        try (App app = App.start(Items.class, Limits.class, ReallyEverything.class)) {
            assertThat(app.get(NONE, "Authorization", "Bearer t").body()).isEqualTo("all InvalidRequestException");
            assertThat(app.get(NONE).body()).isEqualTo("all NotAuthenticatedException");
        }
    }

    @Test
    void tellsOnlyTheFirstFaultIfSo() {
        try (App app = App.start(
                Items.class,
                Limits.class,
                Causes.class,
                "depends.validation.accumulate=false",
                "depends.validation.status=422")) {
            assertThat(app.get(NONE, "Authorization", "Bearer t").body()).isEqualTo("missing limit");
            assertThat(app.get("/items?limit=0&own=x", "Authorization", "Bearer t")
                            .body())
                    .isEqualTo("constraint limit");
            assertThat(app.get(CONSTRAINT, "Authorization", "Bearer t").body()).isEqualTo("constraint own");
        }
        try (App app = App.start(Items.class, Limits.class, "depends.validation.status=422")) {
            HttpResponse<String> answer = app.get(NONE, "Authorization", "Bearer t");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"status\":422", "\"title\":\"Unprocessable");
        }
    }

    @Test
    void bindsWithoutAValidatorButRefusesConstraintsThatNobodyChecks() {
        assertThat(App.failure(Items.class, Limits.class, NoValidator.class).getMessage())
                .contains("there is no Bean Validation provider");
        try (App app = App.start(Unconstrained.class, Sizes.class, NoValidator.class)) {
            assertThat(app.get("/unconstrained").body())
                    .contains("\"name\":\"size\",\"code\":\"missing\"", "\"name\":\"other\",\"code\":\"missing\"");
            assertThat(app.get("/unconstrained?size=1&other=2").body()).isEqualTo("1 2");
        }
    }

    record Item(@NotBlank String title) {}

    record Limit(int value) {}

    record Size(@RequestParam int size) {}

    @Component
    static class Limits {

        @Dependency
        Limit limit(@RequestParam @Min(1) int limit) {
            return new Limit(limit);
        }

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }
    }

    @RestController
    static class Items {

        @GetMapping("/items")
        String items(@Depends Limit limit, @RequestParam @Min(1) int own, @Depends(HttpBearer.class) String token) {
            return "items";
        }

        @PostMapping("/items")
        String create(@Depends Limit limit, @Valid @RequestBody Item item, @Depends(HttpBearer.class) String token) {
            return "created";
        }

        @GetMapping("/fails")
        String fails(@Depends Events events) {
            throw new IllegalStateException("broken");
        }
    }

    @RestController
    static class Local {

        @GetMapping("/local")
        String local(@Depends Limit limit) {
            return "local";
        }

        @ExceptionHandler
        String missing(MissingServletRequestParameterException fault) {
            return "local " + fault.getParameterName();
        }
    }

    @RestController
    static class Unconstrained {

        @GetMapping("/unconstrained")
        String get(@Depends Size size, @RequestParam int other) {
            return size.size() + " " + other;
        }
    }

    static class Sizes {}

    @RestControllerAdvice
    static class Named {

        @ExceptionHandler
        String invalid(InvalidRequestException fault) {
            return "named " + fault.getErrors().size();
        }

        @ExceptionHandler
        String unauthenticated(NotAuthenticatedException fault) {
            return "named " + fault.getChallenge();
        }
    }

    @RestControllerAdvice
    static class Causes {

        @ExceptionHandler
        String missing(MissingServletRequestParameterException fault) {
            return "missing " + fault.getParameterName();
        }

        @ExceptionHandler
        String type(MethodArgumentTypeMismatchException fault) {
            return "type " + fault.getName();
        }

        @ExceptionHandler
        String constraint(HandlerMethodValidationException fault) {
            return "constraint "
                    + fault.getParameterValidationResults()
                            .get(0)
                            .getMethodParameter()
                            .getParameterName();
        }

        @ExceptionHandler
        String body(MethodArgumentNotValidException fault) {
            return "body " + fault.getFieldErrors().get(0).getField();
        }
    }

    @RestControllerAdvice
    static class Everything extends ResponseEntityExceptionHandler {

        @ExceptionHandler
        ResponseEntity<String> everything(Exception thrown) {
            return ResponseEntity.internalServerError()
                    .body("everything " + thrown.getClass().getSimpleName());
        }
    }

    @RestControllerAdvice
    static class ReallyEverything {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
        String everything(Exception thrown) {
            return "all " + thrown.getClass().getSimpleName();
        }
    }

    static class NoValidator implements WebMvcConfigurer {

        @Override
        public Validator getValidator() {
            return new Validator() {
                @Override
                public boolean supports(Class<?> type) {
                    return true;
                }

                @Override
                public void validate(Object target, Errors errors) {}
            };
        }
    }
}
