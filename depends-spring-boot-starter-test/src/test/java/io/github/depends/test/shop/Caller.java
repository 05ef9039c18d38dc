package io.github.depends.test.shop;

import org.springframework.web.bind.annotation.RequestHeader;

/** Could be read from the request, but is given by {@link Access}, which checks it. */
public record Caller(@RequestHeader("X-Caller") String name) {}
