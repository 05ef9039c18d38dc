package io.github.depends.examples.guards;

import io.github.depends.security.HttpBearer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class GuardsApplication {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }
}
