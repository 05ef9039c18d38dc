package io.github.depends.examples.scopes;

import io.github.depends.security.OAuth2PasswordBearer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ScopesApplication {

    @Bean
    OAuth2PasswordBearer bearer() {
        return OAuth2PasswordBearer.of("/token").scope("items:read", "Read items");
    }
}
