package io.github.depends.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.depends.testing.App;
import io.github.depends.testing.Jetty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Many clients at once, who succeed, fail and leave in every way, over a pool of few connections: nothing leaks, and
 * nobody is told what is not true. {@code -Dpool.requests=200000} makes the run a long one.
 */
@Tag("heap")
@ExtendWith(OutputCaptureExtension.class)
class PoolTests {

    private static final Log LOGGER = LogFactory.getLog(PoolTests.class);

    private static final int CLIENTS = 64;
    private static final int WARM_UP = 1_500;
    private static final boolean LONG = Integer.getInteger("pool.requests", 0) > 0;
    private static final int TOTAL = WARM_UP + Integer.getInteger("pool.requests", 2_500);
    private static final long SEED = Long.getLong("pool.seed", 1);

    /** What the heap may have grown by: buffers of server and driver that the warm-up did not need. */
    private static final long MARGIN = 4 * 1024 * 1024;

    private static final Set<String> OF_ONE_REQUEST = Set.of(
            "io.github.depends.web.RequestLife",
            "io.github.depends.web.Frame",
            "io.github.depends.web.Work",
            "io.github.depends.resolution.Resolution",
            Shop.Order.class.getName());

    @Test
    void nothingLeaksOnTomcat(CapturedOutput output) throws Exception {
        nothingLeaksAndNobodyIsToldWhatIsNotTrue(Server.TOMCAT, output);
    }

    @Test
    void nothingLeaksOnJetty(CapturedOutput output) throws Exception {
        nothingLeaksAndNobodyIsToldWhatIsNotTrue(Server.JETTY, output);
    }

    private static void nothingLeaksAndNobodyIsToldWhatIsNotTrue(Server server, CapturedOutput output)
            throws Exception {
        try (App app = server.start()) {
            Clients clients = new Clients(app.port(), TOTAL, SEED);
            clients.call(CLIENTS, 0, WARM_UP);
            settle(app);
            Map<String, Long> kept = Heap.instances(OF_ONE_REQUEST);
            long before = Heap.used();
            long start = System.nanoTime();
            clients.call(CLIENTS, WARM_UP, TOTAL);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            settle(app);

            Balance balance = new Balance(app.bean(Ledger.class), clients.statuses(), SEED);
            balance.readRows(app.bean(HikariDataSource.class));
            LOGGER.info(server + ": " + (TOTAL - WARM_UP) + " requests from " + CLIENTS + " clients over "
                    + Shop.CONNECTIONS + " connections in " + took.toSeconds() + " s, seed " + SEED
                    + balance.figures());
            assertThat(clients.surprises()).isEmpty();
            assertThat(balance.faults()).isEmpty();
            assertThat(output).doesNotContain("failed too late").doesNotContain("SQLTransientConnection");
            if (server == Server.TOMCAT || LONG) { // Jetty keeps a request whose client has left until it times out
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(Heap.instances(OF_ONE_REQUEST))
                                .allSatisfy((type, count) ->
                                        assertThat(count).as(type).isLessThanOrEqualTo(kept.getOrDefault(type, 0L))));
            }
            long after = Heap.used();
            LOGGER.info(server + ": heap after garbage collection " + before / 1024 + " kB before, " + after / 1024
                    + " kB after");
            assertThat(after - before).as("growth of the heap in bytes").isLessThan(MARGIN);
        }
    }

    private static void settle(App app) {
        HikariPoolMXBean pool = app.bean(HikariDataSource.class).getHikariPoolMXBean();
        Ledger ledger = app.bean(Ledger.class);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(ledger.open(SEED)).as("requests with open yields").isEmpty();
            assertThat(pool.getActiveConnections()).as("active connections").isZero();
        });
        assertThat(pool.getThreadsAwaitingConnection()).isZero();
    }

    static Ledger ledger() {
        return new Ledger(TOTAL);
    }

    enum Server {
        TOMCAT,
        JETTY;

        App start() {
            List<Object> parts = new ArrayList<>(Arrays.asList((Object[]) Shop.PARTS));
            parts.addAll(List.of(
                    "logging.level.root=OFF",
                    "logging.level.io.github.depends=INFO",
                    "spring.lifecycle.timeout-per-shutdown-phase=1s"));
            if (this == JETTY) {
                parts.add(Jetty.class);
            }
            return App.start(parts.toArray());
        }
    }
}
