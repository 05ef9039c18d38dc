package io.github.depends.demo.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTests {

    private static final String SECRET = "planted-5ecret";

    /** Spring MVC tells its log at level debug what it has read from a body. */
    @Test
    void isNotInTheTextOfARequest() {
        assertThat(new NewUser("name", "name@example.org", SECRET).toString()).doesNotContain(SECRET);
        assertThat(new LoginUser("name@example.org", SECRET).toString()).doesNotContain(SECRET);
        assertThat(new UpdateUser("name", null, SECRET, null, null).toString()).doesNotContain(SECRET);
    }
}
