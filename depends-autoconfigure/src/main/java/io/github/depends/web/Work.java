package io.github.depends.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/**
 * Follows the work that Spring MVC runs on a thread of its executor. A timeout only cancels it, so what it uses must
 * stay open until it has really ended.
 */
final class Work implements CallableProcessingInterceptor {

    private State state = State.NONE;
    private final List<Runnable> afterwards = new ArrayList<>(2);

    @Override
    public synchronized <T> void beforeConcurrentHandling(NativeWebRequest request, Callable<T> task) {
        state = State.SUBMITTED;
    }

    @Override
    public synchronized <T> void preProcess(NativeWebRequest request, Callable<T> task) {
        if (state == State.ENDED) {
            throw new CancellationException("The request ended before its work began");
        }
        state = State.RUNNING;
    }

    @Override
    public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
        runAfterwards();
    }

    /** Whether it was begun, or is to begin, and has not ended. */
    synchronized boolean underWay() {
        return state == State.SUBMITTED || state == State.RUNNING;
    }

    /**
     * Runs an action when no work is running any more, and after the actions that were given before: now, or on the
     * thread that does the work.
     */
    void afterwards(Runnable action) {
        if (!keep(action)) {
            action.run();
        }
    }

    private synchronized boolean keep(Runnable action) {
        if (state == State.RUNNING) {
            afterwards.add(action);
            return true;
        }
        if (state == State.SUBMITTED) {
            state = State.ENDED;
        }
        return false;
    }

    private void runAfterwards() {
        Runnable next = next();
        if (next != null) {
            try {
                next.run();
            } finally {
                runAfterwards();
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        if (afterwards.isEmpty()) {
            state = State.ENDED;
            return null;
        }
        return afterwards.remove(0);
    }

    private enum State {
        NONE,
        SUBMITTED,
        RUNNING,
        ENDED
    }
}
