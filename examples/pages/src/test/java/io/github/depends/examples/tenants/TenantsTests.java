package io.github.depends.examples.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tenants;DATABASE_TO_LOWER=TRUE",
            "spring.datasource.hikari.maximum-pool-size=1"
        })
@AutoConfigureMockMvc
class TenantsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    @Test
    void aConnectionIsOneTenantsAndThenNobodys() throws SQLException {
        for (String tenant : List.of("acme", "umbrella")) {
            jdbc.sql("create schema " + tenant).update();
            jdbc.sql("create table " + tenant + ".note as select 'of " + tenant + "' as text")
                    .update();
        }
        assertThat(mvc.get().uri("/notes").header("X-Tenant", "acme"))
                .bodyText()
                .isEqualTo("[\"of acme\"]");
        assertThat(mvc.get().uri("/notes").header("X-Tenant", "umbrella"))
                .bodyText()
                .isEqualTo("[\"of umbrella\"]");
        assertThat(mvc.get().uri("/notes").header("X-Tenant", "public; drop")).hasStatus(HttpStatus.BAD_REQUEST);
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getSchema()).isEqualToIgnoringCase("public");
        }
    }
}
