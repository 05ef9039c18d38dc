package io.github.depends.test.shop;

public record User(String name) {}
