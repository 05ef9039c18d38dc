package io.github.depends.demo.admin;

import io.github.depends.demo.users.UserRepository;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sees to it that there is an administrator. */
@Configuration(proxyBeanMethods = false)
class AdminConfiguration {

    /** Opens the first account at start. A dependency is a plain class: it takes no request to use one. */
    @Bean
    ApplicationRunner firstAdministrator(AdminSettings settings, JdbcClient jdbc, PasswordEncoder passwords) {
        UserRepository users = new UserRepository(jdbc);
        return arguments -> {
            String password = settings.password();
            if (password != null && !users.hasAdmin()) {
                users.insert(settings.email(), settings.username(), passwords.encode(password), "admin");
            }
        };
    }
}
