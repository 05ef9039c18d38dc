package io.github.depends.demo.auth;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Introduces what lives as long as the service. */
@Configuration(proxyBeanMethods = false)
class AuthConfiguration {

    @Bean
    ConduitTokenScheme token() {
        return ConduitTokenScheme.requiredToken();
    }

    @Bean
    ConduitTokenScheme optionalToken() {
        return ConduitTokenScheme.optionalToken();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }
}
