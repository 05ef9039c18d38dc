package io.github.depends.benchmarks;

import io.github.depends.benchmarks.Scenario.Admin;
import io.github.depends.benchmarks.Scenario.Answer;
import io.github.depends.benchmarks.Scenario.Connection;
import io.github.depends.benchmarks.Scenario.Repository;
import io.github.depends.benchmarks.Scenario.Service;
import io.github.depends.benchmarks.Scenario.Settings;
import io.github.depends.benchmarks.Scenario.Tenant;
import io.github.depends.benchmarks.Scenario.User;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;

/** Baseline (c): request-scoped beans, which cannot tell success from failure when they are destroyed. */
@RestController
class ByRequestScope {

    private final Services services;
    private final Users users;

    ByRequestScope(Services services, Users users) {
        this.services = services;
        this.users = users;
    }

    @GetMapping("/by-scope/items")
    Answer items(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        Admin admin = Scenario.admin(users.user());
        return services.service().items(admin, limit, offset);
    }

    @Component
    @RequestScope
    static class Connections {

        private final Connection connection;

        Connections(Settings settings) {
            this.connection = new Connection(settings);
        }

        Connection connection() {
            return connection;
        }

        @PreDestroy
        void close() {
            connection.commit();
            connection.close();
        }
    }

    @Component
    @RequestScope
    static class Users {

        private final User user;

        Users(HttpServletRequest request, Connections connections) {
            this.user = connections.connection().user(Scenario.token(request.getHeader("Authorization")));
        }

        User user() {
            return user;
        }
    }

    @Component
    @RequestScope
    static class Tenants {

        private final Tenant tenant;

        Tenants(HttpServletRequest request) {
            this.tenant = new Tenant(request.getHeader("X-Tenant"));
        }

        Tenant tenant() {
            return tenant;
        }
    }

    @Component
    @RequestScope
    static class Services {

        private final Service service;

        Services(Connections connections, Tenants tenants, Users users) {
            this.service = new Service(new Repository(connections.connection(), tenants.tenant()), users.user());
        }

        Service service() {
            return service;
        }
    }
}
