package io.github.depends.examples.articles;

import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.security.HttpBearer;
import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
class Moderation {

    @Dependency
    Moderator moderator(
            @Depends(HttpBearer.class) String token, @Depends Tokens tokens, @Depends Supplier<Connection> connection) {
        Claims claims = tokens.verify(token); // or throws: 401, and no connection has been opened
        return new Readers(connection.get())
                .find(claims.subject())
                .map(Moderator::new)
                .orElseThrow(() -> new ResponseStatusException(FORBIDDEN));
    }
}
