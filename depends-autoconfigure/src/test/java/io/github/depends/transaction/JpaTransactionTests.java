package io.github.depends.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.fixtures.ledger.Ledger;
import io.github.depends.fixtures.ledger.Nested;
import io.github.depends.fixtures.ledger.ReadOnly;
import io.github.depends.fixtures.ledger.entity.Account;
import io.github.depends.testing.App;
import io.github.depends.testing.App.Neighbour;
import io.github.depends.testing.Script;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The transaction of a request with JPA, with and without an entity manager that stays open for the view. */
class JpaTransactionTests {

    private static final Map<Boolean, App> APPS = new TreeMap<>();

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void flushesAndCommitsBeforeTheClientHearsOfIt(boolean openInView) {
        App app = app(openInView);

        assertThat(app.bean(PlatformTransactionManager.class)).isInstanceOf(JpaTransactionManager.class);
        assertThat(post(app, "/accounts?owner=ann").statusCode()).isEqualTo(200);
        assertThat(app.events().list()).containsExactly("begin", "commit");
        assertThat(owners(app)).containsExactly("ann");
        nothingLeft(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rollsBackWhatItAndJdbcAndNestedTransactionsHaveDone(boolean openInView) {
        App app = app(openInView);

        assertThat(post(app, "/accounts?owner=ann&fail=true").statusCode()).isEqualTo(500);
        assertThat(app.events().list()).containsExactly("begin", "rollback");
        assertThat(owners(app)).isEmpty();
        assertThat(bookings(app)).isEmpty();
        nothingLeft(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConstraintThatTheFlushAtTheCommitBreaksIsTheClientsFailure(boolean openInView) {
        App app = app(openInView);

        assertThat(post(app, "/rename?owner=bob").statusCode()).isEqualTo(200);
        app.events().clear();
        assertThat(post(app, "/rename?owner=" + "x".repeat(200)).statusCode()).isEqualTo(500);
        assertThat(app.events().list()).containsExactly("begin", "rollback");
        assertThat(owners(app)).containsExactly("bob");
        nothingLeft(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotFlushWhatOnlyReads(boolean openInView) {
        App app = app(openInView);
        post(app, "/accounts?owner=ann");
        app.events().clear();

        assertThat(app.get("/accounts/changed").body()).isEqualTo("changed");
        assertThat(app.events().list()).containsExactly("begin read-only", "commit");
        assertThat(owners(app)).containsExactly("ann");
        nothingLeft(app);
    }

    @Test
    void anEntityManagerForTheViewReadsOnWhenTheTransactionHasEnded() {
        App open = app(true);
        post(open, "/accounts?owner=ann");
        assertThat(open.get("/accounts/ann").body()).contains("\"entries\":[]");
        nothingLeft(open);
        App closed = app(false);
        post(closed, "/accounts?owner=ann");
        assertThat(closed.get("/accounts/ann").statusCode()).isEqualTo(500);
        nothingLeft(closed);
    }

    private static HttpResponse<String> post(App app, String path) {
        return app.send("POST", path, "");
    }

    private static List<String> owners(App app) {
        return app.bean(JdbcClient.class)
                .sql("select owner from account")
                .query(String.class)
                .list();
    }

    private static List<String> bookings(App app) {
        return app.bean(JdbcClient.class)
                .sql("select text from booking")
                .query(String.class)
                .list();
    }

    private static void nothingLeft(App app) {
        app.events().awaitEnd();
        assertThat(app.bean(Ledger.Threads.class).left()).isEmpty();
        assertThat(app.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections())
                .isZero();
    }

    private static App app(boolean openInView) {
        App app = APPS.computeIfAbsent(openInView, JpaTransactionTests::start);
        app.events().clear();
        app.bean(JdbcClient.class).sql("delete from account").update();
        app.bean(JdbcClient.class).sql("delete from booking").update();
        return app;
    }

    private static App start(boolean openInView) {
        return App.start(
                Neighbour.DATA_SOURCE,
                Neighbour.JPA,
                Ledger.class,
                Nested.class,
                Entities.class,
                Persistence.class,
                Accounts.class,
                "spring.jpa.open-in-view=" + openInView,
                "spring.jpa.hibernate.ddl-auto=create",
                "spring.datasource.url=jdbc:h2:mem:jpa-" + openInView + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:ledger.sql");
    }

    @EntityScan(basePackageClasses = Account.class)
    static class Entities {}

    static class Persistence {

        @PersistenceContext
        private EntityManager shared;

        /** The entity manager of the request's transaction. */
        @Dependency
        EntityManager entityManager(@Depends RequestTransaction transaction) {
            return shared;
        }
    }

    @RestController
    static class Accounts {

        @PostMapping("/accounts")
        String open(
                @RequestParam String owner,
                @RequestParam(defaultValue = "false") boolean fail,
                @Depends(Persistence.class) EntityManager entities,
                @Depends JdbcClient jdbc,
                @Depends Nested nested) {
            entities.persist(new Account(owner));
            nested.book("nested");
            jdbc.sql("insert into booking (text) values ('own')").update();
            if (fail) {
                throw new Script.Boom("handle");
            }
            return "kept";
        }

        @PostMapping("/rename")
        String rename(@RequestParam String owner, @Depends(Persistence.class) EntityManager entities) {
            List<Account> all =
                    entities.createQuery("from Account", Account.class).getResultList();
            if (all.isEmpty()) {
                entities.persist(new Account("new"));
                all = entities.createQuery("from Account", Account.class).getResultList();
            }
            all.get(0).rename(owner);
            return "renamed";
        }

        @ReadOnly
        @GetMapping("/accounts/changed")
        String changed(@Depends(Persistence.class) EntityManager entities) {
            entities.createQuery("from Account", Account.class)
                    .getSingleResult()
                    .rename("changed");
            return "changed";
        }

        @ReadOnly
        @GetMapping("/accounts/{owner}")
        Account account(@PathVariable String owner, @Depends(Persistence.class) EntityManager entities) {
            return entities.createQuery("from Account where owner = :owner", Account.class)
                    .setParameter("owner", owner)
                    .getSingleResult();
        }
    }
}
