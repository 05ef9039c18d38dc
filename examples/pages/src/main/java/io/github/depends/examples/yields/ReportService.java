package io.github.depends.examples.yields;

import io.github.depends.Depends;
import java.sql.SQLException;

/** Writes what has been sent to whom. */
record ReportService(@Depends Tenant tenant, @Depends Notes notes) {

    void send() throws SQLException {
        notes.add("report for " + tenant.name());
    }
}
