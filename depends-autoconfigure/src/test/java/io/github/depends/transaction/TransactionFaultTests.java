package io.github.depends.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Depends;
import io.github.depends.fixtures.ledger.ReadOnly;
import io.github.depends.testing.App;
import io.github.depends.testing.App.Neighbour;
import io.github.depends.testing.StartReport;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

class TransactionFaultTests {

    private static final String URL = "spring.datasource.url=jdbc:h2:mem:faults";

    @Test
    void tellsWhatToAddWhereThereIsNoTransactionManager() {
        assertThat(StartReport.faults(App.failure(Plain.class)))
                .containsExactly(
                        "'RequestTransaction', used by Plain.plain(), comes with this library, but this application"
                                + " lacks what it works on."
                                + " | at io.github.depends.transaction.TransactionFaultTests$Plain.plain(TransactionFaultTests.java)"
                                + " | => Add what makes a PlatformTransactionManager, such as spring-boot-starter-jdbc or"
                                + " spring-boot-starter-data-jpa with a DataSource, or declare a bean of one.");
    }

    @Test
    void asksWhichOfSeveralTransactionManagersIsMeant() {
        assertThat(StartReport.faults(App.failure(Neighbour.DATA_SOURCE, URL, Two.class, Plain.class, Named.class)))
                .containsExactlyInAnyOrder(
                        "Nothing says which PlatformTransactionManager begins the RequestTransaction: orders, stock,"
                                + " for 'GET /plain'."
                                + " | at io.github.depends.transaction.TransactionFaultTests$Plain.plain(TransactionFaultTests.java)"
                                + " | => Mark one of them @Primary, or name it: @InTransaction(manager = \"...\").",
                        "There is no PlatformTransactionManager 'ordres' to begin the RequestTransaction,"
                                + " for 'GET /misspelt'."
                                + " | at io.github.depends.transaction.TransactionFaultTests$Named.misspelt(TransactionFaultTests.java)"
                                + " | => Write the name of a bean: orders, stock.");
    }

    @Test
    void takesThePrimaryOneOrTheOneThatIsNamed() {
        try (App app = App.start(Neighbour.DATA_SOURCE, URL, Primaries.class, Choice.class)) {
            assertThat(app.get("/stock").body()).isEqualTo("stock");
            assertThat(app.get("/primary").body()).isEqualTo("orders");
        }
    }

    @Test
    void refusesWhatDeliversItsResultOnAnotherThread() {
        assertThat(StartReport.faults(App.failure(Neighbour.DATA_SOURCE, URL, Later.class)))
                .hasSize(4)
                .contains("'RequestTransaction' is bound to its thread, but 'GET /callable' delivers its result on"
                        + " another."
                        + " | at io.github.depends.transaction.TransactionFaultTests$Later.callable(TransactionFaultTests.java)"
                        + " | => Return the value itself, or use a dependency that is not bound to a thread.");
    }

    @Test
    void refusesAnnotationsThatContradictEachOther() {
        assertThat(StartReport.faults(App.failure(Neighbour.DATA_SOURCE, URL, Contradictions.class)))
                .containsExactlyInAnyOrder(
                        "Contradictions.twice() asks for another @InTransaction than the one that counts for 'GET /twice'."
                                + " | at io.github.depends.transaction.TransactionFaultTests$Contradictions.twice(TransactionFaultTests.java)"
                                + " | => Say it once, on the method or class of the endpoint: there is one"
                                + " 'RequestTransaction' in a request.",
                        "Writer(RequestTransaction) asks for another @InTransaction than the one that counts for"
                                + " 'GET /below'."
                                + " | at io.github.depends.transaction.TransactionFaultTests$Writer.<init>(TransactionFaultTests.java)"
                                + " | => Say it once, on the method or class of the endpoint: there is one"
                                + " 'RequestTransaction' in a request.");
    }

    record Writer(@InTransaction RequestTransaction transaction) {}

    @RestController
    static class Plain {

        @GetMapping("/plain")
        @Depends(RequestTransaction.class)
        void plain() {}
    }

    @RestController
    static class Named {

        @GetMapping("/misspelt")
        @InTransaction(manager = "ordres")
        void misspelt() {}

        @GetMapping("/named")
        @InTransaction(manager = "orders")
        void named() {}
    }

    @RestController
    static class Choice {

        @GetMapping("/stock")
        @InTransaction(manager = "stock")
        String stock(@Depends(name = "stockManager") Marked stock, @Depends(name = "ordersManager") Marked orders) {
            return stock.active() ? "stock" : orders.active() ? "orders" : "none";
        }

        @GetMapping("/primary")
        @InTransaction
        String primary(@Depends(name = "stockManager") Marked stock, @Depends(name = "ordersManager") Marked orders) {
            return stock.active() ? "stock" : orders.active() ? "orders" : "none";
        }
    }

    record Marked(DataSource source) {

        boolean active() {
            return org.springframework.transaction.support.TransactionSynchronizationManager.hasResource(source);
        }
    }

    @RestController
    static class Later {

        @GetMapping("/callable")
        @InTransaction
        Callable<String> callable() {
            return () -> "later";
        }

        @GetMapping("/future")
        @InTransaction
        CompletableFuture<String> future() {
            return CompletableFuture.completedFuture("later");
        }

        @GetMapping("/stream")
        @InTransaction
        StreamingResponseBody stream() {
            return out -> {};
        }

        @GetMapping("/sse")
        @ReadOnly
        SseEmitter sse(@Depends RequestTransaction transaction, @Depends JdbcClient jdbc) {
            return new SseEmitter();
        }
    }

    @RestController
    static class Contradictions {

        @GetMapping("/twice")
        @ReadOnly
        @InTransaction
        void twice() {}

        @GetMapping("/below")
        @ReadOnly
        void below(@Depends Writer writer) {}
    }

    static class Two {

        @Bean
        PlatformTransactionManager orders(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        PlatformTransactionManager stock(DataSource source) {
            return new JdbcTransactionManager(source);
        }
    }

    static class Primaries {

        private final DataSource first = new DriverManagerDataSource("jdbc:h2:mem:first");
        private final DataSource second = new DriverManagerDataSource("jdbc:h2:mem:second");

        @Bean
        @Primary
        PlatformTransactionManager orders() {
            return new JdbcTransactionManager(first);
        }

        @Bean
        PlatformTransactionManager stock() {
            return new JdbcTransactionManager(second);
        }

        @Bean
        Marked ordersManager() {
            return new Marked(first);
        }

        @Bean
        Marked stockManager() {
            return new Marked(second);
        }
    }
}
