package io.github.depends.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.App.Neighbour;
import io.github.depends.testing.Crowd;
import io.github.depends.testing.Events;
import io.github.depends.web.RequestDependencies;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The recipes of the documentation, as they stand there. */
class RecipeTests {

    private static HttpServer files;
    private static App app;

    @BeforeAll
    static void start() throws IOException {
        files = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        files.createContext("/", exchange -> {
            byte[] body = "7".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/7") ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        files.start();
        app = App.start(
                Neighbour.DATA_SOURCE,
                Locking.class,
                Scratch.class,
                Tenants.class,
                Upstream.class,
                Parts.class,
                Home.class,
                "files.url=http://localhost:" + files.getAddress().getPort(),
                "spring.datasource.url=jdbc:h2:mem:recipes;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "spring.datasource.hikari.maximum-pool-size=1",
                "spring.sql.init.mode=always",
                "spring.sql.init.schema-locations=classpath:tenants.sql");
    }

    @AfterAll
    static void stop() {
        app.close();
        files.stop(0);
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @Test
    void aLockIsHeldByOneRequestAtATimeAndGivenBackByItsThread() throws Exception {
        List<Integer> answers = Crowd.atOnce(
                10,
                number -> app.send("POST", "/counters/a" + (number % 10 == 0 ? "?fail=true" : ""), "")
                        .statusCode());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(144);
        assertThat(app.bean(Counter.class).count).isEqualTo(160);
        assertThat(app.bean(Locks.class).locks.values())
                .noneMatch(ReentrantLock::isLocked)
                .hasSize(1);
    }

    @Test
    void aLockIsGivenBackByItsThreadEvenWhenTheApplicationStopsMeanwhile() throws Exception {
        try (App stopping = App.start(Locking.class, Parts.class, Waiting.class)) {
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                    () -> stopping.send("POST", "/wait/b", "").statusCode());
            stopping.events().await("handle");
            CountDownLatch stopped = new CountDownLatch(1);
            stopping.bean(RequestDependencies.class).stop(stopped::countDown);
            stopping.bean(RequestDependencies.class).abandon();
            stopping.bean(Waiting.class).go.countDown();

            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stopping.bean(Locks.class).locks.values()).noneMatch(ReentrantLock::isLocked);
        }
    }

    @Test
    void aTemporaryFileIsThereUntilTheLastByteAndNotLonger() {
        assertThat(app.get("/export").body()).isEqualTo("one;two\n");
        app.events().awaitEnd();
        assertThat(app.bean(Seen.class).path).doesNotExist();
        app.bean(Seen.class).path = null;
        assertThat(app.get("/export?fail=true").statusCode()).isEqualTo(500);
        app.events().awaitEnd();
        assertThat(app.bean(Seen.class).path).doesNotExist().isNotNull();
    }

    @Test
    void anAnswerOfAnotherServiceIsClosedWhenItHasBeenPassedOn() {
        assertThat(app.get("/downloads/7").body()).hasSize(100_000).startsWith("7");
        app.events().awaitEnd();
        assertThat(app.events().list()).containsExactly("200 OK to be closed");
        assertThat(app.get("/downloads/none").statusCode()).isEqualTo(404);
        app.events().awaitEnd();
        assertThat(app.events().list()).endsWith("404 NOT_FOUND to be closed");
    }

    @Test
    void aConnectionIsOneTenantsAndThenNobodys() {
        assertThat(app.get("/notes", "X-Tenant", "acme").body()).isEqualTo("[\"of acme\"]");
        assertThat(app.get("/notes", "X-Tenant", "umbrella").body()).isEqualTo("[\"of umbrella\"]");
        app.events().awaitEnd();
        assertThat(app.get("/schema").body()).isEqualTo("public");
        assertThat(app.send("POST", "/notes?text=new", "", "X-Tenant", "acme").statusCode())
                .isEqualTo(200);
        assertThat(app.send("POST", "/notes?text=", "", "X-Tenant", "acme").statusCode())
                .isEqualTo(500);
        assertThat(app.get("/notes", "X-Tenant", "acme").body()).isEqualTo("[\"of acme\",\"new\"]");
        assertThat(app.get("/notes", "X-Tenant", "umbrella").body()).isEqualTo("[\"of umbrella\"]");
        app.events().awaitEnd();
        assertThat(app.bean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections())
                .isZero();
    }

    static class Locking {

        @Dependency(threadBound = true)
        Yield<Lock> lock(@Depends Locks locks, @PathVariable String id) {
            Lock lock = locks.of(id);
            return Yield.open(() -> {
                        lock.lock();
                        return lock;
                    })
                    .onClose(Lock::unlock);
        }
    }

    static class Scratch {

        @Dependency
        Yield<Path> scratch() {
            return Yield.open(() -> Files.createTempFile("export", ".csv")).onClose(Files::deleteIfExists);
        }
    }

    static class Tenants {

        @Dependency
        Tenant tenant(@RequestHeader("X-Tenant") @Pattern(regexp = "acme|umbrella") String schema) {
            return new Tenant(schema);
        }

        @Dependency
        Yield<Connection> connection(@Depends Tenant tenant, @Depends DataSource pool) {
            return Yield.open(pool::getConnection)
                    .onOpen(connection -> {
                        connection.setAutoCommit(false);
                        connection.setSchema(tenant.schema());
                    })
                    .onSuccess(Connection::commit)
                    .onError((connection, failure) -> connection.rollback())
                    .onClose(connection -> {
                        try (connection) {
                            connection.setSchema("public");
                        }
                    });
        }
    }

    static class Upstream {

        @Dependency
        Yield<ClientHttpResponse> download(@Depends RestClient files, @PathVariable String id, @Depends Events events) {
            return Yield.<ClientHttpResponse>open(
                            () -> files.get().uri("/{id}", id).exchange((request, response) -> response, false))
                    .onOutcome((response, outcome) -> events.add(response.getStatusCode() + " to be closed"))
                    .onClose(ClientHttpResponse::close);
        }
    }

    record Tenant(String schema) {}

    static class Parts {

        @Bean
        Locks locks() {
            return new Locks();
        }

        @Bean
        Counter counter() {
            return new Counter();
        }

        @Bean
        Seen seen() {
            return new Seen();
        }

        @Bean
        RestClient files(@Value("${files.url:}") String url) {
            return RestClient.create(url);
        }
    }

    static final class Locks {

        private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

        Lock of(String id) {
            return locks.computeIfAbsent(id, any -> new ReentrantLock());
        }
    }

    /** Counts wrong unless one thread counts at a time. */
    static final class Counter {

        private int count;

        void add() {
            int before = count;
            Thread.yield();
            count = before + 1;
        }
    }

    /** The temporary file of the latest request. */
    static final class Seen {

        private volatile Path path;
    }

    @RestController
    static class Home {

        @PostMapping("/counters/{id}")
        @Depends(Locking.class)
        void count(@RequestParam(defaultValue = "false") boolean fail, @Depends Counter counter) {
            counter.add();
            if (fail) {
                throw new IllegalStateException("after counting");
            }
        }

        @GetMapping("/export")
        StreamingResponseBody export(
                @RequestParam(defaultValue = "false") boolean fail,
                @Depends(name = "scratch") Path scratch,
                @Depends Seen seen)
                throws IOException {
            seen.path = scratch;
            Files.writeString(scratch, "one;two\n");
            if (fail) {
                throw new IllegalStateException("no export");
            }
            return out -> Files.copy(scratch, out);
        }

        @GetMapping("/downloads/{id}")
        ResponseEntity<StreamingResponseBody> download(@Depends ClientHttpResponse download) throws IOException {
            return ResponseEntity.status(download.getStatusCode())
                    .body(out -> download.getBody().transferTo(out));
        }

        @GetMapping("/notes")
        List<String> notes(@Depends Connection connection) throws SQLException {
            return texts(connection, "select text from note order by id");
        }

        @PostMapping("/notes")
        void add(@RequestParam String text, @Depends Connection connection) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into note (text) values (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
            }
            if (text.isEmpty()) {
                throw new IllegalStateException("nothing to keep");
            }
        }

        @GetMapping("/schema")
        String schema(@Depends DataSource pool) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                return connection.getSchema();
            }
        }

        private static List<String> texts(Connection connection, String sql) throws SQLException {
            List<String> texts = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    @RestController
    static class Waiting {

        private final CountDownLatch go = new CountDownLatch(1);

        @PostMapping("/wait/{id}")
        String hold(@Depends Lock lock, @Depends Events events) throws InterruptedException {
            events.add("handle");
            assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            return "";
        }
    }
}
