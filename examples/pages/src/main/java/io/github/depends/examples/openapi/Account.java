package io.github.depends.examples.openapi;

import org.springframework.web.bind.annotation.RequestHeader;

/** Whose plan it is. */
record Account(@RequestHeader("X-Account") String name) {}
