package io.github.depends.examples.tenants;

import io.github.depends.Depends;
import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoteController {

    @GetMapping("/notes")
    List<String> notes(@Depends Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select text from note")
                .query(String.class)
                .list();
    }
}
