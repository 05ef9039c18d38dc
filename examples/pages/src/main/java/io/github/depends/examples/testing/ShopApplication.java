package io.github.depends.examples.testing;

import io.github.depends.DependsConfigurer;
import io.github.depends.security.ApiKey;
import io.github.depends.security.HttpBearer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ShopApplication {

    @Bean
    HttpBearer bearer() {
        return HttpBearer.of();
    }

    @Bean
    ApiKey partnerKey() {
        return ApiKey.header("X-Key");
    }

    @Bean
    DependsConfigurer guards() {
        return registry -> registry.depends(User.class);
    }
}
