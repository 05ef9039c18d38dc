package io.github.depends.resolution;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** Tells of failures that come too late for an answer: in the log, and to who listens. Thread-safe, and never throws. */
public final class LateFailures {

    private static final Log LOGGER = LogFactory.getLog(LateFailures.class);

    private final Supplier<List<LateFailureListener>> listeners;

    /** Tells listeners, which are asked for at each failure. */
    public LateFailures(Supplier<List<LateFailureListener>> listeners) {
        this.listeners = listeners;
    }

    void callback(OpenYield yield, Throwable failure) {
        callback(yield.dependency(), yield.owner(), failure);
    }

    void callback(String dependency, String owner, Throwable failure) {
        LOGGER.error("Closing '" + dependency + "', opened for " + owner + ", failed too late for an answer", failure);
        tell(listener -> listener.callbackFailed(dependency));
    }

    void task(String owner, Throwable failure) {
        LOGGER.error("A background task of " + owner + " failed", failure);
        tell(listener -> listener.taskFailed(owner));
    }

    private void tell(Consumer<LateFailureListener> failed) {
        try {
            listeners.get().forEach(failed);
        } catch (RuntimeException untold) {
            LOGGER.warn("A failure was not counted", untold);
        }
    }
}
