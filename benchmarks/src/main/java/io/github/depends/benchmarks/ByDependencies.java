package io.github.depends.benchmarks;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.benchmarks.Scenario.Admin;
import io.github.depends.benchmarks.Scenario.Answer;
import io.github.depends.benchmarks.Scenario.Connection;
import io.github.depends.benchmarks.Scenario.Repository;
import io.github.depends.benchmarks.Scenario.Service;
import io.github.depends.benchmarks.Scenario.Settings;
import io.github.depends.benchmarks.Scenario.Tenant;
import io.github.depends.benchmarks.Scenario.User;
import io.github.depends.security.HttpBearer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The scenario by request dependencies. */
@RestController
class ByDependencies {

    @GetMapping("/items")
    Answer items(@Depends Service service, @Depends Admin admin, @Depends Page page) {
        return service.items(admin, page.limit(), page.offset());
    }

    record Page(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,

            @RequestParam(defaultValue = "0") @Min(0) int offset) {}

    @Component
    static class Declared {

        @Dependency
        Yield<Connection> connection(@Depends Settings settings) {
            return Yield.open(() -> new Connection(settings))
                    .onSuccess(Connection::commit)
                    .onError((connection, failure) -> connection.rollback())
                    .onClose(Connection::close);
        }

        @Dependency
        User user(@Depends(HttpBearer.class) String token, @Depends Connection connection) {
            return connection.user(token);
        }

        @Dependency(guard = true)
        Admin admin(@Depends User user) {
            return Scenario.admin(user);
        }

        @Dependency
        Tenant tenant(@RequestHeader("X-Tenant") String name) {
            return new Tenant(name);
        }

        @Dependency
        Repository repository(@Depends Connection connection, @Depends Tenant tenant) {
            return new Repository(connection, tenant);
        }

        @Dependency
        Service service(@Depends Repository repository, @Depends User user) {
            return new Service(repository, user);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schemes {

        @Bean
        HttpBearer bearer() {
            return HttpBearer.of();
        }
    }
}
