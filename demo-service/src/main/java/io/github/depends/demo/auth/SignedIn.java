package io.github.depends.demo.auth;

/**
 * Whoever sent a valid token; others do not get past it.
 *
 * @param userId id of the user to whom the token was issued
 */
public record SignedIn(long userId) {}
