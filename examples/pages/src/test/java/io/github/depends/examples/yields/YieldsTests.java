package io.github.depends.examples.yields;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@AutoConfigureMockMvc
class YieldsTests {

    private static final HttpServer FILES = files();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Locks locks;

    @Autowired
    Reports reports;

    @Autowired
    HikariDataSource pool;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties) {
        properties.add(
                "files.url", () -> "http://localhost:" + FILES.getAddress().getPort());
    }

    @BeforeEach
    void createTable() {
        jdbc.sql("drop table if exists note").update();
        jdbc.sql("create table note (text varchar(100))").update();
    }

    @AfterEach
    void everyConnectionIsBack() {
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @AfterAll
    static void stop() {
        FILES.stop(0);
    }

    @Test
    void aConnectionCommitsAfterASuccessAndRollsBackAfterAFailure() {
        assertThat(mvc.post().uri("/notes?text=kept")).hasStatusOk().bodyText().isEqualTo("1");
        assertThat(mvc.post().uri("/notes?text= ")).hasStatus(HttpStatus.CONFLICT);
        assertThat(notes()).containsExactly("kept");
    }

    @Test
    void anAnswerOfAnotherServiceIsPassedOn() {
        assertThat(mvc.get().uri("/downloads/pen")).hasStatusOk().bodyText().isEqualTo("/pen");
        assertThat(mvc.get().uri("/downloads/none")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aLockLetsOneRequestCountAtATime() {
        List<CompletableFuture<Void>> requests = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> mvc.post().uri("/counters/a").exchange()))
                .limit(64)
                .toList();
        requests.forEach(CompletableFuture::join);
        assertThat(mvc.post().uri("/counters/a")).bodyText().isEqualTo("65");
        assertThat(locks.of("a").isLocked()).isFalse();
    }

    @Test
    void aTemporaryFileIsGoneWhenItHasBeenRead() throws IOException {
        Set<Path> before = exports();
        assertThat(mvc.get().uri("/export")).hasStatusOk().bodyText().isEqualTo("name;price\npen;2\n");
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void aJobOpensTheSameGraph() throws SQLException {
        reports.send(new Tenant("acme"));
        assertThat(notes()).containsExactly("report for acme");
    }

    private List<String> notes() {
        return jdbc.sql("select text from note").query(String.class).list();
    }

    private static Set<Path> exports() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("export"))
                    .collect(Collectors.toSet());
        }
    }

    private static HttpServer files() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = exchange.getRequestURI().getPath().getBytes(UTF_8);
                exchange.sendResponseHeaders(body.length == 4 ? 200 : 404, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
