package io.github.depends.autoconfigure;

import io.github.depends.web.RequestDependencies;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * Stops after the web server: first waits for requests and background tasks that are still under way, then releases what
 * has not ended in time.
 */
final class RequestDependenciesLifecycle implements SmartLifecycle {

    // Below WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE, so later on the way down.
    static final int PHASE = DEFAULT_PHASE - 3072;

    private final int phase;
    private final Runnable start;
    private final Consumer<Runnable> stop;
    private volatile boolean running;

    private RequestDependenciesLifecycle(int phase, Runnable start, Consumer<Runnable> stop) {
        this.phase = phase;
        this.start = start;
        this.stop = stop;
    }

    static RequestDependenciesLifecycle waiting(RequestDependencies dependencies) {
        return new RequestDependenciesLifecycle(PHASE, dependencies::resume, dependencies::stop);
    }

    // On a thread of its own, for what is still running may hold it up.
    static RequestDependenciesLifecycle abandoning(RequestDependencies dependencies) {
        return new RequestDependenciesLifecycle(
                PHASE - 1,
                () -> {},
                stopped -> new Thread(
                                () -> {
                                    dependencies.abandon();
                                    stopped.run();
                                },
                                "depends-abandon")
                        .start());
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        start.run();
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        stop.accept(callback);
    }

    /** Not without the web server, which a pause leaves running. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
