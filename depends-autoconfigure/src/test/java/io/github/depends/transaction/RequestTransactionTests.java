package io.github.depends.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.DependsConfigurer;
import io.github.depends.Exempt;
import io.github.depends.Yield;
import io.github.depends.fixtures.ledger.Booking;
import io.github.depends.fixtures.ledger.Bookings;
import io.github.depends.fixtures.ledger.Ledger;
import io.github.depends.fixtures.ledger.Ledger.Accountant;
import io.github.depends.fixtures.ledger.Ledger.Clerk;
import io.github.depends.fixtures.ledger.Nested;
import io.github.depends.fixtures.ledger.ReadOnly;
import io.github.depends.fixtures.ledger.reports.Reports;
import io.github.depends.testing.App;
import io.github.depends.testing.App.Neighbour;
import io.github.depends.testing.Crowd;
import io.github.depends.testing.Events;
import io.github.depends.testing.Script;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** The transaction of a request on real databases, with {@code JdbcClient} and Spring Data JDBC. */
@ExtendWith(OutputCaptureExtension.class)
class RequestTransactionTests {

    private static final Map<Database, App> APPS = new EnumMap<>(Database.class);

    private static EmbeddedPostgres postgres;

    @AfterAll
    static void stop() throws IOException {
        APPS.values().forEach(App::close);
        if (postgres != null) {
            postgres.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCommittedBeforeTheClientHearsOfIt(Database database) {
        App app = app(database);

        HttpResponse<String> answer = post(app, "/bookings?text=kept");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(app.events().await("task"))
                .containsExactly(
                        "outer open",
                        "outer ready",
                        "begin",
                        "handle in transaction true",
                        "commit",
                        "outer success",
                        "respond, others see 1",
                        "outer outcome: success",
                        "outer close",
                        "task");
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void isRolledBackWhenTheEndpointFails(Database database) {
        App app = app(database);

        assertThat(post(app, "/bookings?text=lost&fail=handle").statusCode()).isEqualTo(500);
        assertThat(app.events().await("outer close"))
                .containsSubsequence("begin", "rollback", "outer error: handle", "outer close")
                .doesNotContain("commit", "task");
        assertThat(kept(app)).isEmpty();
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void aFailingCommitIsTheClientsFailure(Database database) {
        App app = app(database);

        assertThat(post(app, "/bookings?text=lost&fail=commit").statusCode()).isEqualTo(500);
        assertThat(app.events().list())
                .containsSubsequence("begin", "handle in transaction true", "rollback", "outer error: commit")
                .doesNotContain("commit", "task", "outer success");
        assertThat(kept(app)).isEmpty();
        nothingLeft(app);
    }

    @Test
    void aConstraintThatIsCheckedAtTheCommitIsTheClientsFailure() {
        App app = app(Database.POSTGRES);

        HttpResponse<String> answer = post(app, "/deferred");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("taken");
        assertThat(app.events().list()).containsExactly("begin", "handle", "rollback");
        assertThat(kept(app)).isEmpty();
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void aNestedTransactionThatFailedIsTheClientsFailureEvenIfTheEndpointIsNotImpressed(Database database) {
        App app = app(database);

        assertThat(post(app, "/nested-failure").statusCode()).isEqualTo(500);
        assertThat(app.events().list()).containsExactly("begin", "rollback", "UnexpectedRollbackException");
        assertThat(kept(app)).isEmpty();
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void nestedTransactionsTakePart(Database database) {
        App app = app(database);

        assertThat(post(app, "/nested?fail=false").statusCode()).isEqualTo(200);
        assertThat(kept(app)).containsExactlyInAnyOrder("own", "nested", "apart");
        assertThat(app.events().list()).containsExactly("begin", "begin", "commit", "commit");
        app.events().clear();
        assertThat(post(app, "/nested?fail=true").statusCode()).isEqualTo(500);
        assertThat(app.events().list()).startsWith("begin", "begin", "commit", "rollback");
        assertThat(kept(app)).containsExactlyInAnyOrder("own", "nested", "apart", "anyway");
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void rollsBackWithoutAFailureWhereTheEndpointSaysSo(Database database) {
        App app = app(database);

        HttpResponse<String> answer = post(app, "/trial");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("would be 1, false, true");
        assertThat(app.events().list()).containsExactly("begin", "rollback");
        assertThat(kept(app)).isEmpty();
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void springDataTakesPart(Database database) {
        App app = app(database);

        assertThat(post(app, "/repository?fail=true").statusCode()).isEqualTo(500);
        assertThat(kept(app)).isEmpty();
        assertThat(post(app, "/repository?fail=false").statusCode()).isEqualTo(200);
        assertThat(kept(app)).containsExactly("by repository");
        assertThat(app.events().list()).startsWith("begin", "rollback").endsWith("begin", "commit");
        nothingLeft(app);
    }

    @ParameterizedTest
    @CsvSource({
        "H2, /secured/route, 401, ''",
        "H2, /secured/parameter, 401, ''",
        "H2, /secured/guard, 401, ''",
        "POSTGRES, /secured/route, 401, ''",
        "POSTGRES, /secured/guard, 401, ''"
    })
    void aStrangerOpensNothing(Database database, String path, int status, String body) {
        App app = app(database);

        assertThat(app.get(path).statusCode()).isEqualTo(status);
        assertThat(app.get(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(status);
        assertThat(app.events().list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongRequestOpensNothing(Database database) {
        App app = app(database);

        assertThat(app.get("/secured/route?limit=0", "Authorization", "Bearer clerk")
                        .statusCode())
                .isEqualTo(400);
        assertThat(app.get("/secured/parameter?limit=x", "Authorization", "Bearer clerk")
                        .statusCode())
                .isEqualTo(400);
        assertThat(app.events().list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aGuardThatAsksTheDatabaseIsInTheTransactionOfTheEndpoint(Database database) {
        App app = app(database);

        assertThat(app.get("/secured/guard", "Authorization", "Bearer clerk").statusCode())
                .isEqualTo(403);
        assertThat(app.events().list()).containsExactly("begin read-only", "rollback");
        app.events().clear();
        assertThat(app.get("/secured/guard", "Authorization", "Bearer known").body())
                .isEqualTo("known true");
        assertThat(app.events().list()).containsExactly("begin read-only", "commit");
        nothingLeft(app);
    }

    @ParameterizedTest
    @CsvSource({
        "/levels/class, true",
        "/levels/method, false",
        "/levels/exempt, false",
        "/levels/plain, true",
        "/reports/package, true",
        "/paths/annotation, true",
        "/paths/class, false",
        "/parameter, true",
        "/deep, true"
    })
    void theInnermostAnnotationCountsForAll(String path, boolean readOnly) {
        App app = app(Database.H2);

        assertThat(app.get(path).body()).isEqualTo(Boolean.toString(readOnly));
        assertThat(app.events().list()).containsExactly(readOnly ? "begin read-only" : "begin", "commit");
    }

    @Test
    void attributesReachTheDatabase() {
        App app = app(Database.POSTGRES);

        assertThat(app.get("/isolation").body()).isEqualTo("serializable");
        assertThat(post(app, "/read-only-insert").statusCode()).isEqualTo(500);
        assertThat(kept(app)).isEmpty();
        assertThat(app.get("/timeout").statusCode()).isEqualTo(500);
        assertThat(app.get("/isolation-of-others").body()).isEqualTo("read committed");
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeWrittenHasBeenCommitted(Database database) {
        App app = app(database);

        assertThat(post(app, "/unwritable").statusCode()).isEqualTo(500);
        assertThat(app.events().list()).containsExactly("begin", "commit");
        assertThat(kept(app)).containsExactly("kept");
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatHasGoneLeavesNothingBehind(Database database) throws IOException {
        App app = app(database);

        try (Socket socket = new Socket("localhost", app.port())) {
            socket.getOutputStream()
                    .write("POST /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoLinger(true, 0);
        }
        app.events().await("outer close");
        assertThat(app.events().list())
                .containsSubsequence("begin", "commit", "outer success", "outer outcome: client gone", "outer close");
        assertThat(kept(app)).containsExactly("big");
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAValueThatComesFromAnotherThreadAndKeepsNothing(Database database) {
        App app = app(database);

        assertThat(post(app, "/hidden").statusCode()).isEqualTo(500);
        assertThat(app.events().list()).containsExactly("begin", "rollback");
        assertThat(kept(app)).isEmpty();
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void beginsWhenALazyDependencyAsks(Database database) {
        App app = app(database);

        assertThat(app.get("/lazy?ask=false").body()).isEqualTo("not asked");
        assertThat(app.events().list()).isEmpty();
        assertThat(app.get("/lazy?ask=true").body()).isEqualTo("0");
        assertThat(app.events().list()).containsExactly("begin", "commit");
        nothingLeft(app);
    }

    @ParameterizedTest
    @EnumSource
    void worksInJobs(Database database) {
        App app = app(database);
        Dependencies dependencies = app.bean(Dependencies.class);

        dependencies.run(open -> insert(open.get(JdbcClient.class), "by job"));
        assertThat(app.events().list()).containsExactly("begin", "commit");
        app.events().clear();
        assertThatThrownBy(() -> dependencies.run(open -> {
                    insert(open.get(JdbcClient.class), "lost");
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThat(app.events().list()).containsExactly("begin", "rollback");
        assertThat(kept(app)).containsExactly("by job");
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        nothingLeft(app);
    }

    @Test
    void takesPartInTheTransactionOfATestThatCallsOnItsOwnThread() {
        App app = app(Database.H2);
        MockMvcTester mvc = MockMvcTester.from((WebApplicationContext) app.context());

        new TransactionTemplate(app.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(mvc.post().uri("/repository?fail=false")).hasStatusOk();
            assertThat(kept(app)).containsExactly("by repository");
            status.setRollbackOnly();
        });
        assertThat(app.events().list()).containsExactly("begin", "rollback");
        assertThat(kept(app)).isEmpty();
    }

    @Test
    void tellsTheLogWhatIsLeftOnTheThread(CapturedOutput output) {
        App app = app(Database.H2);
        String key = "somebody's";
        try {
            app.bean(Dependencies.class).run(open -> {
                open.get(RequestTransaction.class);
                TransactionSynchronizationManager.bindResource(key, "session");
            });
        } finally {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
        assertThat(output)
                .contains("The request has left a transaction on its thread")
                .contains("Still bound: [java.lang.String]");
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceGiveEverythingBack(Database database) throws Exception {
        App app = app(database);

        List<Integer> answers = Crowd.atOnce(
                10,
                number -> post(app, "/bookings?text=" + number + (number % 10 == 0 ? "&fail=handle" : ""))
                        .statusCode());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(144);
        assertThat(kept(app)).hasSize(144);
        nothingLeft(app);
    }

    private static void nothingLeft(App app) {
        app.events().awaitEnd();
        assertThat(app.bean(Ledger.Threads.class).left()).isEmpty();
        assertThat(app.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections())
                .isZero();
    }

    private static HttpResponse<String> post(App app, String path) {
        return app.send("POST", path, "");
    }

    private static List<String> kept(App app) {
        return app.bean(JdbcClient.class)
                .sql("select text from booking")
                .query(String.class)
                .list();
    }

    private static void insert(JdbcClient jdbc, String text) {
        jdbc.sql("insert into booking (text) values (?)").param(text).update();
    }

    private static App app(Database database) {
        App app = APPS.computeIfAbsent(database, Database::start);
        app.events().clear();
        app.bean(JdbcClient.class).sql("delete from booking").update();
        return app;
    }

    enum Database {
        H2 {
            @Override
            String url() {
                return "jdbc:h2:mem:request-transaction;DB_CLOSE_DELAY=-1";
            }
        },
        POSTGRES {
            @Override
            String url() {
                try {
                    postgres = EmbeddedPostgres.start();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                return postgres.getJdbcUrl("postgres", "postgres");
            }
        };

        abstract String url();

        App start() {
            App app = App.start(
                    Neighbour.DATA_SOURCE,
                    Neighbour.SPRING_DATA_JDBC,
                    Neighbour.SPRING_DATA_WEB,
                    Ledger.class,
                    Nested.class,
                    Reports.class,
                    Desk.class,
                    Secured.class,
                    Levels.class,
                    Paths.class,
                    Failures.class,
                    Outer.class,
                    Configured.class,
                    "spring.datasource.url=" + url(),
                    "spring.datasource.hikari.maximum-pool-size=8",
                    "spring.sql.init.mode=always",
                    "spring.sql.init.schema-locations=classpath:ledger.sql");
            if (this == POSTGRES) {
                app.bean(JdbcClient.class)
                        .sql(
                                "alter table booking add constraint once unique (text, batch) deferrable initially deferred")
                        .update();
            }
            return app;
        }
    }

    record Deep(@ReadOnly RequestTransaction transaction) {}

    static class Outer {

        @Dependency
        Yield<String> outer(@Depends Events events) {
            return new Script(events, List.of()).yield("outer");
        }
    }

    @RestController
    static class Desk {

        @PostMapping("/bookings")
        @Depends(Outer.class)
        @InTransaction
        Booking book(
                @RequestParam String text,
                @RequestParam(defaultValue = "") String fail,
                @Depends JdbcClient jdbc,
                @Depends Events events,
                BackgroundTasks tasks) {
            insert(jdbc, text);
            events.add("handle in transaction " + TransactionSynchronizationManager.isActualTransactionActive());
            tasks.add(() -> events.add("task"));
            if (fail.equals("handle")) {
                throw new Script.Boom("handle");
            }
            if (fail.equals("commit")) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new Script.Boom("commit");
                    }
                });
            }
            return new Booking(null, text);
        }

        @PostMapping("/deferred")
        @InTransaction
        String deferred(@Depends JdbcClient jdbc, @Depends Events events) {
            insert(jdbc, "twice");
            insert(jdbc, "twice");
            events.add("handle");
            return "kept";
        }

        @PostMapping("/nested-failure")
        @Depends(RequestTransaction.class)
        String nestedFailure(@Depends Nested nested) {
            try {
                nested.fail("nested");
            } catch (IllegalStateException ignored) {
                return "never mind";
            }
            return "kept";
        }

        @PostMapping("/nested")
        @Depends(RequestTransaction.class)
        String nested(@RequestParam boolean fail, @Depends JdbcClient jdbc, @Depends Nested nested) {
            insert(jdbc, "own");
            nested.book("nested");
            nested.bookAnyway(fail ? "anyway" : "apart");
            if (fail) {
                throw new Script.Boom("handle");
            }
            return "kept";
        }

        @PostMapping("/trial")
        ResponseEntity<String> trial(@Depends RequestTransaction transaction, @Depends JdbcClient jdbc) {
            insert(jdbc, "trial");
            int count = jdbc.sql("select count(*) from booking")
                    .query(Integer.class)
                    .single();
            transaction.setRollbackOnly();
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body("would be " + count + ", " + transaction.isCompleted() + ", " + transaction.isRollbackOnly());
        }

        @PostMapping("/repository")
        @InTransaction
        String repository(@RequestParam boolean fail, @Depends Bookings bookings) {
            bookings.save(new Booking(null, "by repository"));
            if (fail) {
                throw new Script.Boom("handle");
            }
            return "kept";
        }

        @GetMapping("/parameter")
        boolean parameter(@ReadOnly RequestTransaction transaction) {
            return transaction.isReadOnly();
        }

        @GetMapping("/deep")
        boolean deep(@Depends RequestTransaction transaction, @Depends Deep deep) {
            return deep.transaction() == transaction && transaction.isReadOnly();
        }

        @GetMapping("/isolation")
        @InTransaction(isolation = Isolation.SERIALIZABLE)
        String isolation(@Depends JdbcClient jdbc) {
            return jdbc.sql("show transaction_isolation").query(String.class).single();
        }

        @GetMapping("/isolation-of-others")
        String isolationOfOthers(@Depends JdbcClient jdbc) {
            return jdbc.sql("show transaction_isolation").query(String.class).single();
        }

        @PostMapping("/read-only-insert")
        @ReadOnly
        void readOnlyInsert(@Depends JdbcClient jdbc) {
            insert(jdbc, "lost");
        }

        @GetMapping("/timeout")
        @ReadOnly(timeout = 1)
        String timeout(@Depends JdbcClient jdbc) {
            return jdbc.sql("select pg_sleep(60)").query(String.class).single();
        }

        @PostMapping("/unwritable")
        @InTransaction
        Object unwritable(@Depends JdbcClient jdbc) {
            insert(jdbc, "kept");
            return new Object() {
                public String getText() {
                    throw new Script.Boom("unwritable");
                }
            };
        }

        @PostMapping("/big")
        @Depends(Outer.class)
        @InTransaction
        String big(@Depends JdbcClient jdbc) {
            insert(jdbc, "big");
            return "x".repeat(20_000_000);
        }

        @PostMapping("/hidden")
        @InTransaction
        Object hidden(@Depends JdbcClient jdbc) {
            insert(jdbc, "lost");
            Callable<String> later = () -> "later";
            return later;
        }

        @GetMapping("/lazy")
        String lazy(@RequestParam boolean ask, @Depends java.util.function.Supplier<JdbcClient> jdbc) {
            return ask
                    ? jdbc.get()
                            .sql("select count(*) from booking")
                            .query(Integer.class)
                            .single()
                            .toString()
                    : "not asked";
        }
    }

    @RestController
    @RequestMapping("/secured")
    static class Secured {

        @InTransaction
        @GetMapping("/route")
        String route(@RequestParam(defaultValue = "1") @Min(1) int limit, @Depends Clerk clerk) {
            return clerk.name();
        }

        @GetMapping("/parameter")
        String parameter(
                @Depends RequestTransaction transaction,
                @RequestParam(defaultValue = "1") @Min(1) int limit,
                @Depends Clerk clerk) {
            return clerk.name();
        }

        @ReadOnly
        @GetMapping("/guard")
        String guard(@Depends Accountant accountant, @Depends RequestTransaction transaction) {
            return accountant.name() + " " + transaction.isReadOnly();
        }
    }

    @RestController
    @RequestMapping("/levels")
    @ReadOnly
    static class Levels {

        @GetMapping("/class")
        boolean ofClass(@Depends RequestTransaction transaction) {
            return transaction.isReadOnly();
        }

        @InTransaction
        @GetMapping("/method")
        boolean ofMethod(@Depends RequestTransaction transaction) {
            return transaction.isReadOnly();
        }

        @Exempt(ReadOnly.class)
        @GetMapping("/exempt")
        boolean exempt(@Depends RequestTransaction transaction) {
            return transaction.isReadOnly();
        }

        @Depends(RequestTransaction.class)
        @GetMapping("/plain")
        boolean plain(@Depends RequestTransaction transaction) {
            return transaction.isReadOnly();
        }
    }

    @RestController
    @RequestMapping("/paths")
    static class Paths {

        @GetMapping("/annotation")
        boolean annotation() {
            return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        }

        @GetMapping("/class")
        boolean ofClass() {
            return !TransactionSynchronizationManager.isActualTransactionActive();
        }
    }

    static class Configured {

        @Bean
        DependsConfigurer transactions() {
            return registry -> {
                registry.path("/paths/annotation").depends(ReadOnly.class);
                registry.path("/paths/class").depends(RequestTransaction.class);
            };
        }
    }

    /** Answers failing commits, and tells what others see when an answer is written. */
    @RestControllerAdvice
    static class Failures implements ResponseBodyAdvice<Object> {

        private final Events events;
        private final DataSource pool;

        Failures(Events events, DataSource pool) {
            this.events = events;
            this.pool = pool;
        }

        @org.springframework.web.bind.annotation.ExceptionHandler
        ResponseEntity<String> taken(org.springframework.dao.DataIntegrityViolationException failure) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body("taken");
        }

        @org.springframework.web.bind.annotation.ExceptionHandler
        ResponseEntity<String> unexpected(org.springframework.transaction.UnexpectedRollbackException failure) {
            events.add("UnexpectedRollbackException");
            return ResponseEntity.internalServerError().body("not kept");
        }

        @Override
        public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
            return returnType.getParameterType() == Booking.class;
        }

        @Override
        public Object beforeBodyWrite(
                Object body,
                MethodParameter returnType,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            try (Connection connection = pool.getConnection();
                    ResultSet rows = connection.createStatement().executeQuery("select count(*) from booking")) {
                rows.next();
                events.add("respond, others see " + rows.getInt(1));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return body;
        }
    }
}
