package io.github.depends.examples.articles;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.HttpBearer;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
class Access {

    @Dependency
    Yield<Connection> connection(@Depends DataSource pool) {
        return Yield.open(pool::getConnection)
                .onOpen(connection -> connection.setAutoCommit(false))
                .onSuccess(Connection::commit)
                .onError((connection, failure) -> connection.rollback())
                .onClose(Connection::close);
    }

    @Dependency
    Claims claims(@Depends(HttpBearer.class) String token, @Depends Tokens tokens) {
        return tokens.verify(token); // or throws: 401, and no connection has been opened
    }

    @Dependency(guard = true)
    Reader reader(@Depends Claims claims, @Depends Readers readers) {
        return readers.find(claims.subject()).orElseThrow(() -> new ResponseStatusException(FORBIDDEN));
    }
}
