package io.github.depends.examples.transactions;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.transaction.RequestTransaction;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class Database {

    @Dependency
    @Primary
    JdbcClient jdbc(@Depends RequestTransaction transaction, @Depends(name = "jdbcClient") JdbcClient jdbc) {
        return jdbc;
    }
}
