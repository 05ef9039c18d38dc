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
        log("Closing '" + dependency + "', opened for " + owner + ", failed too late for an answer", failure);
        tell(listener -> listener.callbackFailed(dependency));
    }

    void task(String owner, Throwable failure) {
        log("A background task of " + owner + " failed", failure);
        tell(listener -> listener.taskFailed(owner));
    }

    // What fails here must not keep the next yield from being closed: exceptions of an application may fail to be read.
    private static void log(String message, Throwable failure) {
        try {
            LOGGER.error(message, failure);
        } catch (Throwable unreadable) {
            LOGGER.error(message + ": " + failure.getClass().getName() + ", which cannot be logged");
        }
    }

    private void tell(Consumer<LateFailureListener> failed) {
        try {
            listeners.get().forEach(failed);
        } catch (Throwable untold) {
            LOGGER.warn("A failure was not counted", untold);
        }
    }
}
