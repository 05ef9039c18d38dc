package io.github.depends.test.shop;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import io.github.depends.security.SecurityScopes;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
public class Access {

    private final Log log;

    Access(Log log) {
        this.log = log;
    }

    @Dependency
    public User user(@Depends(HttpBearer.class) String token) {
        log.add("user " + token);
        return new User(token);
    }

    @Dependency(guard = true)
    public Admin admin(@Depends User user) {
        if (!user.name().equals("admin")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new Admin(user);
    }

    @Dependency
    public Caller caller(@Depends User user) {
        return new Caller(user.name());
    }

    @Dependency
    public List<String> prices(@Depends Tenant tenant) {
        return List.of(tenant.name() + " 1", tenant.name() + " 2");
    }

    @Dependency
    public List<Integer> stock() {
        return List.of(1);
    }

    @Dependency
    public String partner(@Depends(value = ApiKey.class, name = "partnerKey") String key) {
        return "partner " + key;
    }

    @Dependency
    public Basket first() {
        return new Basket("first");
    }

    @Dependency
    public Basket second() {
        return new Basket("second");
    }

    @Dependency
    public Granted granted(@Depends User user, SecurityScopes scopes) {
        return new Granted(scopes.scopeString());
    }

    @Dependency
    public Yield<Connection> connection() {
        log.add("open");
        return Yield.of(new Connection("real"))
                .onSuccess(connection -> log.add("commit"))
                .onClose(connection -> log.add("close"));
    }

    public record Granted(String scopes) {}

    public record Basket(String name) {}

    public record Connection(String name) {}
}
