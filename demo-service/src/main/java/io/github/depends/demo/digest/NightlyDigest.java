package io.github.depends.demo.digest;

import io.github.depends.Dependencies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends yesterday's digest every night. There is no request; {@code Dependencies} opens what it takes, and closes it. */
@Component
class NightlyDigest {

    private final Dependencies dependencies;

    NightlyDigest(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Scheduled(cron = "${conduit.digest.cron}", zone = "UTC")
    void send() {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        dependencies.run(open -> open.get(Digest.class).send(yesterday));
    }
}
