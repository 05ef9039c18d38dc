package io.github.depends.demo.auth;

import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a public page: a user, or a stranger without a token.
 *
 * @param userId id of the user, {@code null} for a stranger
 */
public record Viewer(@Nullable Long userId) {}
