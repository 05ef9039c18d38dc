package io.github.depends.examples.guards;

import io.github.depends.DependsConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AccessConfiguration {

    @Bean
    DependsConfigurer access() {
        return registry -> {
            registry.depends(CurrentUser.class);
            registry.path("/admin/**").depends(RequireAdmin.class);
        };
    }
}
