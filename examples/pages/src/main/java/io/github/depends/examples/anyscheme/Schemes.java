package io.github.depends.examples.anyscheme;

import io.github.depends.security.AnyScheme;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Schemes {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }

    @Bean
    ApiKey apiKey() {
        return ApiKey.header("X-Key");
    }

    @Bean
    AnyScheme anyScheme(HttpBearer bearer, ApiKey apiKey) {
        return AnyScheme.of(bearer, apiKey);
    }
}
