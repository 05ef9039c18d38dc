package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.Outcome;
import io.github.depends.Yield;
import io.github.depends.YieldAccess;
import io.github.depends.graph.Provider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A yield that has been opened, and its callbacks. One thread at a time, but for what {@link OpenYield} tells. */
final class Opened implements OpenYield {

    final DependencyScope scope;
    private final Yield<?> yield;
    private final @Nullable Object value;
    private final Provider provider;
    private final String owner;
    private final long since = System.nanoTime();
    private volatile boolean closed;

    Opened(Yield<?> yield, @Nullable Object value, Provider provider, String owner, DependencyScope scope) {
        this.yield = yield;
        this.value = value;
        this.provider = provider;
        this.owner = owner;
        this.scope = scope;
    }

    boolean closed() {
        return closed;
    }

    void ready() throws Exception {
        YieldAccess.opened(yield, value);
    }

    /** Runs the success or the error callback, and returns the failure there is now. */
    @Nullable Throwable complete(@Nullable Throwable current) {
        try {
            if (current == null) {
                YieldAccess.success(yield, value);
            } else {
                YieldAccess.error(yield, value, current);
            }
            return current;
        } catch (Throwable thrown) {
            return current == null ? thrown : Outcomes.replaced(current, thrown);
        }
    }

    /**
     * Closes it, and returns the failure there is now.
     *
     * @param late is told of what fails, {@code null} if there is still an answer to tell it
     */
    @Nullable Throwable close(@Nullable Throwable failure, boolean clientGone, @Nullable LateFailures late) {
        closed = true;
        Outcome outcome = Outcomes.of(failure, clientGone);
        Throwable current = quietly(failure, late, () -> YieldAccess.outcome(yield, value, outcome));
        current = quietly(current, late, () -> YieldAccess.close(yield, value));
        return quietly(current, late, () -> YieldAccess.autoClose(yield, value));
    }

    private @Nullable Throwable quietly(@Nullable Throwable current, @Nullable LateFailures late, Callback callback) {
        try {
            callback.run();
            return current;
        } catch (Throwable thrown) {
            if (late != null) {
                late.callback(this, thrown);
            }
            return Outcomes.added(current, thrown);
        }
    }

    /** Fails and closes it, when nobody waits for it any more. */
    void fail(Throwable failure, LateFailures late) {
        Throwable current = failure;
        try {
            ready();
        } catch (Throwable thrown) {
            late.callback(this, thrown);
            current = Outcomes.replaced(current, thrown);
        }
        Throwable error = complete(current);
        if (error != null && error != current) {
            late.callback(this, error);
        }
        close(error, false, late);
    }

    @Override
    public String dependency() {
        return provider.label();
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    @FunctionalInterface
    private interface Callback {
        void run() throws Exception;
    }
}
