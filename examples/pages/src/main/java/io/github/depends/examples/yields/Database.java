package io.github.depends.examples.yields;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

@Component
class Database {

    @Dependency
    Yield<Connection> connection(@Depends DataSource pool) {
        return Yield.open(pool::getConnection) // nothing leaks if a later line fails
                .onOpen(connection -> connection.setAutoCommit(false))
                .onSuccess(Connection::commit) // before the response: if it fails, the client gets the failure
                .onError((connection, failure) -> connection.rollback()) // may throw another exception in its place
                .onClose(Connection::close); // always; in scope REQUEST after the last byte
    }
}
