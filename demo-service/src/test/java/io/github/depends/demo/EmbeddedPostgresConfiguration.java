package io.github.depends.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Starts a PostgreSQL and tells the service where it is, as an operator would. */
@TestConfiguration(proxyBeanMethods = false)
@Profile("postgres")
class EmbeddedPostgresConfiguration {

    @Bean
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    DynamicPropertyRegistrar whereItIs(EmbeddedPostgres postgres) {
        return registry -> {
            registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "postgres");
            registry.add("conduit.token.key", () -> "planted-5ecret of 32 characters or more");
        };
    }
}
