package io.github.depends.test.shop;

public record Admin(User user) {}
