package io.github.depends.test.modules.security;

import org.springframework.web.bind.annotation.RequestHeader;

/** Could be made of a request, but is not. */
public record Caller(@RequestHeader("X-Caller") String name) {}
