package io.github.depends.examples.articles;

import io.github.depends.security.HttpBearer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ArticlesApplication {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }
}
