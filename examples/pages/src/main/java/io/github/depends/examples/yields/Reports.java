package io.github.depends.examples.yields;

import io.github.depends.Dependencies;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Sends the report of a tenant, in a job that no request has begun. */
@Component
class Reports {

    private final Dependencies dependencies;

    Reports(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    void send(Tenant acme) throws SQLException {
        dependencies.run(
                open -> open.with(Tenant.class, acme).get(ReportService.class).send());
    }
}
