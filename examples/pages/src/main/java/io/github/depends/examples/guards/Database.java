package io.github.depends.examples.guards;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The connection of a request, and what becomes of it. */
@Component
class Database {

    @Dependency
    Yield<Connection> connection(@Depends DataSource pool, @Depends Events events) {
        return Yield.open(pool::getConnection)
                .onOpen(connection -> events.add("open"))
                .onSuccess(connection -> events.add("commit"))
                .onClose(connection -> {
                    events.add("close");
                    connection.close();
                });
    }
}
