package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.HttpBearer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.test.json.JsonContent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

class FirstPathTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(Access.class, Pool.class, Items.class, Schemes.class);
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
    void resolvesTheGraphOncePerRequest() {
        HttpResponse<String> answer = app.get("/items?limit=5", "Authorization", "Bearer alice", "X-Tenant", "acme");
        assertThat(answer.body()).isEqualTo("{\"user\":\"alice\",\"tenant\":\"acme\",\"limit\":5,\"offset\":0}");
        assertThat(app.events().await("close connection"))
                .containsExactly("user alice", "open connection", "handle", "commit", "close connection");
    }

    @Test
    void refusesBeforeAnythingElseIsRead() {
        HttpResponse<String> answer = app.get("/items?limit=x");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(new JsonContent(answer.body()))
                .isStrictlyEqualTo("{\"detail\":\"Not authenticated\",\"status\":401,\"title\":\"Unauthorized\"}");
        assertThat(app.events().list()).isEmpty();
    }

    @Test
    void tellsAllFaultsInOneAnswer() {
        HttpResponse<String> answer = app.get("/items?limit=101&offset=x&q=%20", "Authorization", "Bearer alice");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonContent(answer.body()))
                .isStrictlyEqualTo("{\"detail\":\"4 request parameters are invalid\",\"errors\":["
                        + "{\"in\":\"query\",\"name\":\"offset\",\"code\":\"type\",\"message\":\"has the wrong type\"},"
                        + "{\"in\":\"query\",\"name\":\"limit\",\"code\":\"Max\",\"message\":\"must be less than or equal to 100\"},"
                        + "{\"in\":\"header\",\"name\":\"X-Tenant\",\"code\":\"missing\",\"message\":\"is required\"},"
                        + "{\"in\":\"query\",\"name\":\"q\",\"code\":\"NotBlank\",\"message\":\"must not be blank\"}],"
                        + "\"route\":\"/items\",\"status\":400,\"title\":\"Bad Request\"}");
        assertThat(app.events().list()).containsExactly("user alice");
    }

    @Test
    void rollsBackWhenTheEndpointFails() {
        HttpResponse<String> answer = app.get("/items?q=fail", "Authorization", "Bearer alice", "X-Tenant", "acme");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(app.events().await("close connection"))
                .containsExactly("user alice", "open connection", "handle", "rollback", "close connection");
    }

    @Test
    void validatesBodies() {
        HttpResponse<String> answer =
                app.post("/items", "{\"title\":\"\"}", "Authorization", "Bearer alice", "X-Tenant", "acme");
        assertThat(answer.body()).contains("{\"in\":\"body\",\"name\":\"title\",\"code\":\"NotBlank\"");
        answer = app.post("/items", "{\"title\":", "Authorization", "Bearer alice", "X-Tenant", "acme");
        assertThat(answer.body()).contains("\"code\":\"unreadable\"");
        answer = app.post("/items", "{\"title\":[]}", "Authorization", "Bearer alice", "X-Tenant", "acme");
        assertThat(answer.body()).contains("{\"in\":\"body\",\"name\":\"title\",\"code\":\"type\"");
        answer = app.post("/items", "{\"title\":\"x\"}", "Authorization", "Bearer alice", "X-Tenant", "acme");
        assertThat(answer.body()).isEqualTo("x by alice");
        app.events().await("close connection");
    }

    record Page(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,

            @RequestParam(defaultValue = "0") @Min(0) int offset) {}

    record User(String name) {}

    record Connection(String id) {}

    record Answer(String user, String tenant, int limit, int offset) {}

    record Repository(
            @Depends Connection connection,
            @RequestHeader("X-Tenant") String tenant) {}

    record NewItem(@NotBlank String title) {}

    @Component
    static class Access {

        @Dependency
        User currentUser(@Depends(HttpBearer.class) String token, @Depends Events events) {
            events.add("user " + token);
            return new User(token);
        }
    }

    @Component
    static class Pool {

        @Dependency
        Yield<Connection> connection(@Depends Events events) {
            return Yield.<Connection>open(() -> {
                        events.add("open connection");
                        return new Connection("1");
                    })
                    .onSuccess(connection -> events.add("commit"))
                    .onError((connection, failure) -> events.add("rollback"))
                    .onClose(connection -> events.add("close connection"));
        }
    }

    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }
    }

    @RestController
    static class Items {

        @GetMapping("/items")
        Answer items(
                @Depends Page page,
                @Depends User user,
                @Depends Repository repository,
                @Depends Events events,
                @RequestParam(defaultValue = "x") @NotBlank String q) {
            events.add("handle");
            if (q.equals("fail")) {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            }
            return new Answer(user.name(), repository.tenant(), page.limit(), page.offset());
        }

        @PostMapping("/items")
        String create(@Depends Repository repository, @Depends User user, @Valid @RequestBody NewItem item) {
            return item.title() + " by " + user.name();
        }
    }
}
