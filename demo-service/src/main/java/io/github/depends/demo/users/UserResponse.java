package io.github.depends.demo.users;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as the user gets to see it, with a fresh token. */
record UserResponse(Account user) {

    static UserResponse of(User user, String token) {
        return new UserResponse(new Account(user.email(), token, user.username(), user.bio(), user.image()));
    }

    record Account(
            String email,
            String token,
            String username,
            @Nullable @Schema(types = {"string", "null"}) String bio,
            @Nullable @Schema(types = {"string", "null"}) String image) {}
}
