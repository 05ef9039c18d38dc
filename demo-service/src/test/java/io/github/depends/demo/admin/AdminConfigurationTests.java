package io.github.depends.demo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.demo.users.User;
import io.github.depends.demo.users.UserRepository;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class AdminConfigurationTests {

    private final JdbcClient jdbc = database();
    private final UserRepository users = new UserRepository(jdbc);

    @Test
    void opensTheFirstAccountOnce() throws Exception {
        start("open sesame");
        start("another password");
        assertThat(users.findByUsername("root")).map(User::role).contains("admin");
    }

    @Test
    void opensNoSecondAccountForAnAdministratorWhoHasANewName() throws Exception {
        start("open sesame");
        jdbc.sql("update account set username = 'toor'").update();
        start("open sesame");
        assertThat(jdbc.sql("select count(*) from account").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void opensNoneWithoutAPassword() throws Exception {
        start(null);
        assertThat(users.findByUsername("root")).isEmpty();
    }

    private void start(@Nullable String password) throws Exception {
        AdminSettings settings = new AdminSettings("root", "root@example.org", password);
        new AdminConfiguration()
                .firstAdministrator(settings, jdbc, new BCryptPasswordEncoder(4))
                .run(new DefaultApplicationArguments());
    }

    private static JdbcClient database() {
        DriverManagerDataSource h2 = new DriverManagerDataSource(
                "jdbc:h2:mem:" + System.nanoTime() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(h2).load().migrate();
        return JdbcClient.create(h2);
    }
}
