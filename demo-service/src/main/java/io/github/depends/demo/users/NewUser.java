package io.github.depends.demo.users;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody tells to register. */
record NewUser(
        @NotBlank @Size(max = 50) String username,
        @NotBlank @Email @Size(max = 254) String email,
        @NotNull @Password String password) {

    @Override
    public String toString() {
        return "NewUser[username=" + username + ", email=" + email + "]";
    }
}
