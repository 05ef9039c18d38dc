package io.github.depends.test.modules.security;

public record User(String name) {}
