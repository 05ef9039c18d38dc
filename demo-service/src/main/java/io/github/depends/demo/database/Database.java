package io.github.depends.demo.database;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.transaction.RequestTransaction;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that nothing of a request works outside its transaction: everything it does is kept, or nothing. */
@Component
class Database {

    /** Spring Boot's client, but not before the transaction has begun; primary, for the other one is one too. */
    @Dependency
    @Primary
    JdbcClient jdbc(@Depends RequestTransaction transaction, @Depends(name = "jdbcClient") JdbcClient jdbc) {
        return jdbc;
    }
}
