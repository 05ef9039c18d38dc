package io.github.depends.examples.scoped;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ScopedApplication {

    @Bean
    Events events() {
        return new Events();
    }
}
