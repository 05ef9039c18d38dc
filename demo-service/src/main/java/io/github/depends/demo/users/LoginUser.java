package io.github.depends.demo.users;

import jakarta.validation.constraints.NotBlank;

/** What a user tells to log in. */
record LoginUser(@NotBlank String email, @NotBlank String password) {

    @Override
    public String toString() {
        return "LoginUser[email=" + email + "]";
    }
}
