package io.github.depends.demo.syndication;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Knows the tenant by a header. */
@Component
class Tenants {

    @Dependency
    @ApiResponse(responseCode = "403", ref = "403")
    Tenant tenant(@RequestHeader("X-Tenant") String name, @Depends SyndicationSettings settings) {
        String tag = settings.tenants().get(name);
        if (tag == null) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "the tenant is not known");
        }
        return new Tenant(name, tag);
    }
}
