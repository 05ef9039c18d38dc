package io.github.depends.test.modules.security;

import io.github.depends.security.HttpBearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Schemes {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }
}
