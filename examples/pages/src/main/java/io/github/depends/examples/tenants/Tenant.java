package io.github.depends.examples.tenants;

import jakarta.validation.constraints.Pattern;
import org.springframework.web.bind.annotation.RequestHeader;

/** For whom a request is, and whose tables it sees. */
record Tenant(
        @RequestHeader("X-Tenant") @Pattern(regexp = "acme|umbrella") String schema) {}
