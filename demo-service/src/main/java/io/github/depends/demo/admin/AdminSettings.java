package io.github.depends.demo.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator.
 *
 * @param username name of the account
 * @param email email of the account
 * @param password password of the account; without one there is no such account
 */
@ConfigurationProperties("conduit.admin")
record AdminSettings(
        @DefaultValue("admin") String username,
        @DefaultValue("admin@localhost") String email,
        @Nullable String password) {

    @Override
    public String toString() {
        return "AdminSettings[username=" + username + "]";
    }
}
