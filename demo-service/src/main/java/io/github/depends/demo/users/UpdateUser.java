package io.github.depends.demo.users;

import io.github.depends.demo.validation.Visible;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a user wants changed; what is absent stays. */
@AtLeastOne
record UpdateUser(
        @Nullable @Visible @Size(max = 50) String username,
        @Nullable @Visible @Email @Size(max = 254) String email,
        @Nullable @Password String password,
        @Nullable @Size(max = 1000) String bio,
        @Nullable @Size(max = 1000) String image) {

    @Override
    public String toString() {
        return "UpdateUser[username=" + username + ", email=" + email + ", bio=" + bio + ", image=" + image + "]";
    }
}
