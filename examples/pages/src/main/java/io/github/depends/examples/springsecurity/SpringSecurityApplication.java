package io.github.depends.examples.springsecurity;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;

@SpringBootApplication
@EnableWebSecurity
class SpringSecurityApplication {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }
}
