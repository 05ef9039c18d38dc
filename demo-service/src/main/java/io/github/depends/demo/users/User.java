package io.github.depends.demo.users;

import org.jspecify.annotations.Nullable;

/**
 * A registered user; as a dependency, the one who is signed in.
 *
 * @param role what the user may do: {@code user} or {@code admin}
 */
public record User(
        long id,
        String email,
        String username,
        @Nullable String bio,
        @Nullable String image,
        String role) {

    /** Whether the user may do what administrators do. */
    public boolean isAdmin() {
        return role.equals("admin");
    }
}
