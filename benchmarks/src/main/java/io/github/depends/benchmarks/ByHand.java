package io.github.depends.benchmarks;

import io.github.depends.benchmarks.Scenario.Admin;
import io.github.depends.benchmarks.Scenario.Answer;
import io.github.depends.benchmarks.Scenario.Connection;
import io.github.depends.benchmarks.Scenario.Repository;
import io.github.depends.benchmarks.Scenario.Service;
import io.github.depends.benchmarks.Scenario.Settings;
import io.github.depends.benchmarks.Scenario.Tenant;
import io.github.depends.benchmarks.Scenario.User;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Baseline (a): parameters on the method, try and finally. */
@RestController
class ByHand {

    private final Settings settings;

    ByHand(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/by-hand/items")
    Answer items(
            @RequestHeader("Authorization") String authorization,
            @RequestHeader("X-Tenant") String tenant,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = "0") @Min(0) int offset) {
        String token = Scenario.token(authorization);
        try (Connection connection = new Connection(settings)) {
            try {
                User user = connection.user(token);
                Admin admin = Scenario.admin(user);
                Repository repository = new Repository(connection, new Tenant(tenant));
                Answer answer = new Service(repository, user).items(admin, limit, offset);
                connection.commit();
                return answer;
            } catch (RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    @GetMapping("/by-hand/nothing")
    Answer nothing() {
        return new Answer("alice", "acme", 20, 0);
    }
}
