package io.github.depends.examples.articles;

import io.github.depends.Depends;
import java.sql.Connection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who may read. */
record Readers(@Depends Connection connection) {

    Optional<Reader> find(String name) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select name from reader where name = ?")
                .param(name)
                .query(Reader.class)
                .optional();
    }
}
