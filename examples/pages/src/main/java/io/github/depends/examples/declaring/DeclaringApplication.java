package io.github.depends.examples.declaring;

import io.github.depends.security.HttpBearer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class DeclaringApplication {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }
}
