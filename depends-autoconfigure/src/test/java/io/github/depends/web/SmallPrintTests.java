package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Exempt;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class SmallPrintTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Parts.class, Pages.class, Named.class, Told.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @Test
    void anAnnotationThatTheDependencyDoesNotTakeSharesItsResult() {
        assertThat(app.get("/same").body()).isEqualTo("true");
        assertThat(app.events().list()).containsExactly("user");
    }

    @Test
    void uncachedUsesRunAtRouteLevelToo() {
        app.get("/uncached");
        assertThat(app.events().list()).containsExactly("user", "user", "user");
    }

    @Test
    void faultsBelongToTheErrorsBehindABody() {
        assertThat(app.post("/errors?limit=1", "{\"title\":\"\"}").body()).isEqualTo("1 NotBlank");
        assertThat(app.post("/errors?limit=0", "{\"title\":\"\"}").body())
                .contains("\"limit\"")
                .doesNotContain("title\",\"code");
    }

    @Test
    void whatIsClosedByItselfIsClosedLast() {
        app.get("/closing");
        assertThat(app.events().await("closed itself")).containsExactly("success", "outcome", "close", "closed itself");
    }

    @Test
    void anErrorCallbackMayThrowTheSameExceptionAgain() {
        assertThat(app.get("/same-again").body()).isEqualTo("boom, suppressed 0");
    }

    @Test
    void anExemptionByNameDropsThatUseOnly() {
        app.get("/exempted");
        assertThat(app.events().list()).containsExactly("second");
    }

    @Test
    void aDependencyThatBreaksTheConstraintOfAParameterIsNamed() {
        assertThat(app.get("/constrained").body()).contains("negative").contains("Min");
    }

    @Depends(value = Parts.class, name = "user")
    @Target({ElementType.PARAMETER, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Someone {}

    record User() {}

    record Limit(@RequestParam @Min(1) int limit) {}

    record Title(@NotBlank String title) {}

    record Number(@Min(0) int value) {}

    record Resource(Events events) implements AutoCloseable {

        @Override
        public void close() {
            events.add("closed itself");
        }
    }

    @Component
    static class Parts {

        @Dependency
        User user(@Depends Events events) {
            events.add("user");
            return new User();
        }

        @Dependency
        void first(@Depends Events events) {
            events.add("first");
        }

        @Dependency
        void second(@Depends Events events) {
            events.add("second");
        }

        @Dependency
        Number negative() {
            return new Number(-1);
        }

        @Dependency
        Yield<Resource> resource(@Depends Events events) {
            return Yield.closing(new Resource(events))
                    .onSuccess(resource -> events.add("success"))
                    .onOutcome((resource, outcome) -> events.add("outcome"))
                    .onClose(resource -> events.add("close"));
        }

        @Dependency
        Yield<String> rethrowing() {
            return Yield.of("value").onError((value, failure) -> {
                throw (Exception) failure;
            });
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/same")
        boolean same(@Someone User one, @Depends(value = Parts.class, name = "user") User other) {
            return one == other;
        }

        @GetMapping("/uncached")
        @Depends(value = Parts.class, name = "user", useCache = false)
        @Depends(value = Parts.class, name = "user", useCache = false)
        String uncached(@Depends(value = Parts.class, name = "user") User user) {
            return user.toString();
        }

        @PostMapping("/errors")
        String errors(@Depends Limit limit, @Valid @RequestBody Title title, BindingResult result) {
            return result.getErrorCount() + " " + result.getAllErrors().get(0).getCode();
        }

        @GetMapping("/closing")
        String closing(@Depends Resource resource) {
            return "fine";
        }

        @GetMapping("/same-again")
        String sameAgain(@Depends(name = "rethrowing") String value) {
            throw new IllegalArgumentException("boom");
        }

        @GetMapping("/constrained")
        String constrained(@Depends(name = "negative") @Valid Number number) {
            return "unseen";
        }
    }

    @RestController
    @Depends(value = Parts.class, name = "first")
    @Depends(value = Parts.class, name = "second")
    static class Named {

        @GetMapping("/exempted")
        @Exempt(value = Parts.class, name = "first")
        String exempted() {
            return "fine";
        }
    }

    @RestControllerAdvice
    static class Told {

        @ExceptionHandler
        String told(IllegalArgumentException failure) {
            return failure.getMessage() + ", suppressed " + failure.getSuppressed().length;
        }

        @ExceptionHandler
        String told(IllegalStateException failure) {
            return failure.getMessage();
        }
    }
}
