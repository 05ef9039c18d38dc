package io.github.depends.examples.modules;

import io.github.depends.security.HttpBearer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ModulesApplication {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }
}
