package io.github.depends.demo.syndication;

import io.github.depends.DependsConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sees to it that whatever is served below this path is served to a tenant. */
@Configuration(proxyBeanMethods = false)
class SyndicationConfiguration {

    @Bean
    DependsConfigurer tenantsOnly() {
        return registry -> registry.path("/api/syndication/**").depends(Tenant.class);
    }
}
