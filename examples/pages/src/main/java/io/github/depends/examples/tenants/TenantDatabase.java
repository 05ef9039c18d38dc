package io.github.depends.examples.tenants;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

@Component
class TenantDatabase {

    @Dependency
    Yield<Connection> connection(@Depends Tenant tenant, @Depends DataSource pool) {
        return Yield.open(pool::getConnection)
                .onOpen(connection -> {
                    connection.setAutoCommit(false);
                    connection.setSchema(tenant.schema());
                })
                .onSuccess(Connection::commit)
                .onError((connection, failure) -> connection.rollback())
                .onClose(connection -> {
                    try (connection) {
                        connection.setSchema("public");
                    }
                });
    }
}
