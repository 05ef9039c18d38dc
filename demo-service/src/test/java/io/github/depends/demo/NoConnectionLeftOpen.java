package io.github.depends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a test after which a connection is still in use. */
class NoConnectionLeftOpen implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) throws InterruptedException {
        HikariDataSource pool = SpringExtension.getApplicationContext(test).getBean(HikariDataSource.class);
        Instant patience = Instant.now().plus(Duration.ofSeconds(2));
        while (active(pool) > 0 && Instant.now().isBefore(patience)) {
            Thread.sleep(10);
        }
        assertThat(active(pool)).as("connections in use").isZero();
    }

    private static int active(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }
}
