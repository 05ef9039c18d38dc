package io.github.depends.examples.modules.users;

/**
 * Somebody who is known.
 *
 * @param name what to call them
 */
public record User(String name) {}
