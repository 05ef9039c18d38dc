package io.github.depends.autoconfigure;

import io.github.depends.web.RequestDependencies;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/** Stops after the web server: releases what no container has ended, and waits for background tasks. */
final class RequestDependenciesLifecycle implements SmartLifecycle, DisposableBean {

    // Below WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE, so later on the way down.
    static final int PHASE = DEFAULT_PHASE - 3072;

    private final RequestDependencies dependencies;
    private volatile boolean running;

    RequestDependenciesLifecycle(RequestDependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        dependencies.stop(callback);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        dependencies.logUnended();
    }
}
