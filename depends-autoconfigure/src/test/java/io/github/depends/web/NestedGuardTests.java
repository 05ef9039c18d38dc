package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.HttpBearer;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

class NestedGuardTests {

    @Test
    void aGuardBelowAnotherDecidesBeforeWhatTheOuterOneOpens() {
        try (App app = App.start(Access.class, Schemes.class, Admins.class)) {
            assertThat(app.get("/admins", "Authorization", "Bearer forged").statusCode())
                    .isEqualTo(403);
            app.events().clear();
            assertThat(app.get("/admins", "Authorization", "Bearer good").body())
                    .isEqualTo("fine");
            assertThat(app.events().await("close")).containsExactly("grant good", "open", "admin", "close");
        }
    }

    @Test
    void aRefusedGrantOpensNothing() {
        try (App app = App.start(Access.class, Schemes.class, Admins.class)) {
            app.get("/admins", "Authorization", "Bearer forged");
            assertThat(app.events().list()).containsExactly("grant forged");
        }
    }

    record Connection() {}

    record Grant(String token) {}

    record Admin() {}

    @Component
    static class Access {

        @Dependency
        Yield<Connection> connection(@Depends Events events) {
            return Yield.of(new Connection())
                    .onOpen(connection -> events.add("open"))
                    .onClose(connection -> events.add("close"));
        }

        @Dependency
        Grant grant(@Depends(HttpBearer.class) String token, @Depends Events events) {
            events.add("grant " + token);
            if (!token.equals("good")) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return new Grant(token);
        }

        @Dependency(guard = true)
        Admin admin(@Depends Connection connection, @Depends Grant grant, @Depends Events events) {
            events.add("admin");
            return new Admin();
        }
    }

    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }
    }

    @RestController
    @Depends(Admin.class)
    static class Admins {

        @GetMapping("/admins")
        String admins() {
            return "fine";
        }
    }
}
