package io.github.depends.pool;

import com.zaxxer.hikari.HikariDataSource;
import io.github.depends.BackgroundTasks;
import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.pool.Ledger.Event;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An application whose every request opens a connection of a pool and places one row, in all ways there are to answer. */
@RestController
@Depends(Shop.Door.class)
class Shop implements DisposableBean {

    static final Class<?>[] PARTS = {Shop.class, Shop.Door.class, Shop.Resources.class, Shop.Database.class};

    static final int CONNECTIONS = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration IMPATIENCE = Duration.ofMillis(100);
    private static final String LINE = "x".repeat(32 * 1024);

    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    @PostMapping("/value")
    Receipt value(@Depends Order order, BackgroundTasks tasks) throws SQLException {
        tasks.add(order::followUp);
        return order.place();
    }

    @PostMapping("/short")
    Receipt ofFunctionScope(
            @Depends(name = "brief") Connection connection,
            @RequestParam int id,
            @RequestParam(defaultValue = "1") int product)
            throws SQLException {
        return Order.place(connection, id, product, 10);
    }

    @PostMapping("/callable")
    WebAsyncTask<Receipt> callable(
            @Depends Order order, @RequestParam(defaultValue = "false") boolean hanging, BackgroundTasks tasks) {
        tasks.add(order::followUp);
        Callable<Receipt> work = () -> {
            Receipt receipt = order.place();
            if (hanging) {
                hang();
            }
            return receipt;
        };
        return new WebAsyncTask<>((hanging ? IMPATIENCE : PATIENCE).toMillis(), work);
    }

    // Goes on until somebody interrupts it, as the timeout does.
    private static void hang() throws InterruptedException {
        Thread.sleep(PATIENCE.toMillis());
    }

    @PostMapping("/future")
    CompletableFuture<Receipt> future(@Depends Order order) {
        return CompletableFuture.supplyAsync(order::placeUnchecked, threads);
    }

    @PostMapping("/mono")
    Mono<Receipt> mono(@Depends Order order) {
        return Mono.fromCallable(order::place).subscribeOn(Schedulers.fromExecutor(threads));
    }

    @PostMapping("/late")
    DeferredResult<Receipt> late(@Depends Order order) throws SQLException {
        order.place();
        return new DeferredResult<>(IMPATIENCE.toMillis());
    }

    @PostMapping("/unwritable")
    Unwritable unwritable(@Depends Order order) throws SQLException {
        order.place();
        return new Unwritable();
    }

    @PostMapping("/stream")
    StreamingResponseBody stream(@Depends Order order, @RequestParam int chunks) throws SQLException {
        order.place();
        return body -> {
            for (int chunk = 0; chunk < chunks; chunk++) {
                order.look();
                body.write(LINE.getBytes(StandardCharsets.US_ASCII));
                body.flush();
            }
        };
    }

    @PostMapping("/emitter")
    ResponseBodyEmitter emitter(@Depends Order order, @RequestParam int chunks) throws SQLException {
        order.place();
        return emitting(new ResponseBodyEmitter(30_000L), chunks);
    }

    @PostMapping("/events")
    SseEmitter events(@Depends Order order, @RequestParam int chunks) throws SQLException {
        order.place();
        return emitting(new SseEmitter(30_000L), chunks);
    }

    private <E extends ResponseBodyEmitter> E emitting(E emitter, int chunks) {
        threads.execute(() -> {
            try {
                for (int chunk = 0; chunk < chunks; chunk++) {
                    emitter.send(LINE);
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                emitter.completeWithError(gone);
            }
        });
        return emitter;
    }

    @PostMapping(path = "/flux", produces = "application/x-ndjson")
    Flux<String> flux(@Depends Order order, @RequestParam int chunks) throws SQLException {
        order.place();
        return Flux.range(0, chunks).map(chunk -> LINE);
    }

    record Receipt(int id, String text) {}

    static final class Unwritable {

        public String getText() {
            throw new IllegalStateException("cannot be written");
        }
    }

    /** What a request wants to place, and what it needs for that. */
    record Order(
            @RequestParam int id,
            @RequestParam(defaultValue = "1") int product,
            @RequestParam(defaultValue = "10") int size,
            @RequestParam(defaultValue = "false") boolean failing,
            @Depends Stock stock,
            @Depends Connection connection,
            @Depends Slip slip,
            @Depends Price price,
            @Depends Ledger ledger) {

        Receipt place() throws SQLException {
            Receipt receipt = place(connection, id, product, size);
            if (failing) {
                throw new Conflict();
            }
            return receipt;
        }

        static Receipt place(Connection connection, int id, int product, int size) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into placed values (?, ?)")) {
                insert.setInt(1, id);
                insert.setInt(2, product);
                insert.executeUpdate();
            }
            return new Receipt(id, "x".repeat(size));
        }

        Receipt placeUnchecked() {
            try {
                return place();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        void look() {
            try (Statement select = connection.createStatement()) {
                select.executeQuery("select 1").close();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        void followUp() {
            ledger.tasks.incrementAndGet(id);
        }
    }

    /** What a dependency that can fail before anything is open has made. */
    record Stock() {}

    /** A second resource, opened after the connection. */
    record Slip() {}

    /** What a dependency that can fail when everything is open has made. */
    record Price() {}

    @ResponseStatus(HttpStatus.CONFLICT)
    static final class Conflict extends RuntimeException {}

    @Component
    static class Door {

        @Dependency(guard = true)
        void open(@RequestParam(defaultValue = "false") boolean stranger) {
            if (stranger) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
        }
    }

    @Component
    static class Resources {

        @Dependency
        Stock stock(@RequestParam(defaultValue = "false") boolean sold) {
            if (sold) {
                throw new ResponseStatusException(HttpStatus.GONE);
            }
            return new Stock();
        }

        @Dependency
        @Primary
        Yield<Connection> connection(
                @Depends DataSource pool,
                @Depends Ledger ledger,
                @RequestParam int id,
                @RequestParam(defaultValue = "false") boolean broken) {
            return Yield.open(() -> take(pool, ledger, id))
                    .onOpen(connection -> begin(connection, broken))
                    .onSuccess(connection -> {
                        connection.commit();
                        Ledger.note(ledger.connections, id, Event.SUCCEEDED);
                    })
                    .onError((connection, failure) -> {
                        Ledger.note(ledger.connections, id, Event.FAILED);
                        connection.rollback();
                    })
                    .onOutcome((connection, outcome) -> Ledger.note(ledger.connections, id, outcome))
                    .onClose(connection -> {
                        connection.close();
                        Ledger.note(ledger.connections, id, Event.CLOSED);
                    });
        }

        private static Connection take(DataSource pool, Ledger ledger, int id) throws SQLException {
            try {
                Connection connection = pool.getConnection();
                Ledger.note(ledger.connections, id, Event.OPENED);
                return connection;
            } catch (SQLTransientConnectionException none) {
                ledger.starved.increment();
                throw none;
            }
        }

        private static void begin(Connection connection, boolean broken) throws SQLException {
            connection.setAutoCommit(false);
            if (broken) {
                throw new SQLException("cannot begin");
            }
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        Yield<Connection> brief(@Depends DataSource pool, @Depends Ledger ledger, @RequestParam int id) {
            return connection(pool, ledger, id, false);
        }

        @Dependency
        Yield<Slip> slip(@Depends Connection connection, @Depends Ledger ledger, @RequestParam int id) {
            return Yield.open(() -> {
                        Ledger.note(ledger.slips, id, Event.OPENED);
                        return new Slip();
                    })
                    .onSuccess(slip -> Ledger.note(ledger.slips, id, Event.SUCCEEDED))
                    .onError((slip, failure) -> Ledger.note(ledger.slips, id, Event.FAILED))
                    .onOutcome((slip, outcome) -> Ledger.note(ledger.slips, id, outcome))
                    .onClose(slip -> Ledger.note(ledger.slips, id, Event.CLOSED));
        }

        @Dependency
        Price price(@Depends Slip slip, @RequestParam(defaultValue = "false") boolean unpriced) {
            if (unpriced) {
                throw new Conflict();
            }
            return new Price();
        }
    }

    static class Database {

        @Bean
        Ledger ledger() {
            return PoolTests.ledger();
        }

        @Bean
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        HikariDataSource pool(EmbeddedPostgres postgres) throws SQLException {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            pool.setMaximumPoolSize(CONNECTIONS);
            pool.setConnectionTimeout(15_000);
            try (Connection connection = pool.getConnection();
                    Statement create = connection.createStatement()) {
                create.execute("create table product (id int primary key)");
                create.execute("insert into product values (1)");
                create.execute("create table placed (id int, product int"
                        + " references product deferrable initially deferred)");
            }
            return pool;
        }
    }
}
