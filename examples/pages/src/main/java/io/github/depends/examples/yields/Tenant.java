package io.github.depends.examples.yields;

import org.springframework.web.bind.annotation.RequestHeader;

/** For whom a request is. */
record Tenant(@RequestHeader("X-Tenant") String name) {}
