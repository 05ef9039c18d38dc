package io.github.depends.demo.database;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Gives a request one connection, which is one transaction: everything it does is kept, or nothing. */
@Component
class Database {

    /** Commits before the answer is sent, and gives the connection back before a slow client reads it. */
    @Dependency(scope = DependencyScope.FUNCTION)
    Yield<Connection> connection(@Depends DataSource pool, HttpMethod method) {
        return Yield.<Connection>open(pool::getConnection)
                .onOpen(connection -> begin(connection, method))
                .onSuccess(Connection::commit)
                .onError((connection, failure) -> connection.rollback())
                .onClose(Connection::close);
    }

    /** Talks to the database on the request's connection; primary, for Boot's own would take another one. */
    @Dependency
    @Primary
    JdbcClient jdbc(@Depends Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static void begin(Connection connection, HttpMethod method) throws SQLException {
        connection.setReadOnly(method == HttpMethod.GET || method == HttpMethod.HEAD);
        connection.setAutoCommit(false);
    }
}
