package io.github.depends.examples.security;

import io.github.depends.security.HttpBearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Schemes {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of().realm("articles");
    }
}
