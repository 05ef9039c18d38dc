package io.github.depends.test.shop;

import org.springframework.web.bind.annotation.RequestHeader;

public record Tenant(@RequestHeader("X-Tenant") String name) {}
