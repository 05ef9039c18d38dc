package io.github.depends.examples.guards;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;

/** Reads the tenant of a request. */
@Component
class Tenants {

    @Dependency
    Tenant tenant(@RequestHeader("X-Tenant") String name, @Depends Events events) {
        events.add("tenant");
        return new Tenant(name);
    }
}
