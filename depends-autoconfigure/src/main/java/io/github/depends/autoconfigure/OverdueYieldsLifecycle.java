package io.github.depends.autoconfigure;

import io.github.depends.resolution.OverdueYields;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks from time to time for yields that have been open for too long, until the application has stopped. */
final class OverdueYieldsLifecycle implements SmartLifecycle {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final OverdueYields yields;
    private final Duration age;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    OverdueYieldsLifecycle(OverdueYields yields, Duration age) {
        this.yields = yields;
        this.age = age;
    }

    @Override
    public int getPhase() {
        return RequestDependenciesLifecycle.PHASE - 1;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null && !age.isZero()) {
            // No bean: Spring Boot's own scheduler gives way to any.
            ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
            started.setThreadNamePrefix("depends-yields-");
            started.setDaemon(true);
            started.initialize();
            started.scheduleWithFixedDelay(yields::warn, pause());
            scheduler = started;
        }
    }

    private Duration pause() {
        Duration pause = age.dividedBy(4).plusMillis(1);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
