package io.github.depends.examples.uncovered;

import io.github.depends.DependsConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guards what is below a path, and says what needs no guard. */
@Configuration
class AdminConfiguration {

    @Bean
    DependsConfigurer admin() {
        return registry -> {
            registry.path("/admin/**").depends(RequireAdmin.class).uncovered("/admin/fn", "/admin/assets/**");
        };
    }
}
