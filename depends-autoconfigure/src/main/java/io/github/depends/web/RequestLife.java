package io.github.depends.web;

import io.github.depends.BackgroundTasks.Task;
import io.github.depends.resolution.LateFailures;
import io.github.depends.resolution.OpenYield;
import io.github.depends.resolution.Resolution;
import io.github.depends.resolution.TaskContexts;
import io.github.depends.resolution.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What one request has opened, over all its dispatches, until its response has been written. Used by one thread at a
 * time.
 */
final class RequestLife {

    private final Object key;
    private final LateFailures failures;
    private final TaskContexts contexts;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final AtomicBoolean released = new AtomicBoolean();
    private final AtomicReference<@Nullable Patience> patience = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Frame current;
    private @Nullable Frame last;
    private volatile AwaitedEnd awaited = AwaitedEnd.NONE;
    private volatile boolean handling;
    private volatile boolean broken;
    private volatile @Nullable Throwable responseFailure;

    /**
     * Begins without a handling.
     *
     * @param key what the request is known by
     * @param failures is told of callbacks that fail too late for an answer
     */
    RequestLife(Object key, LateFailures failures, TaskContexts contexts) {
        this.key = key;
        this.failures = failures;
        this.contexts = contexts;
    }

    /** Returns what the request is known by, the same in all its dispatches. */
    Object key() {
        return key;
    }

    /** Returns who is told of callbacks that fail too late for an answer. */
    LateFailures failures() {
        return failures;
    }

    TaskContexts contexts() {
        return contexts;
    }

    /** Gives what is open now; for any thread. */
    void tellOpen(Consumer<OpenYield> to) {
        frames.forEach(frame -> frame.resolution().tellOpen(to));
    }

    /** Returns the handling that is under way, {@code null} if none is. */
    @Nullable Frame current() {
        return current;
    }

    /** Returns the handling that ended last, whose values an exception handler may still see. */
    @Nullable Frame last() {
        return last;
    }

    /** Begins a handling inside the current one, and returns that. */
    @Nullable Frame begin(Frame frame) {
        frames.add(frame);
        if (released.get() || closed.get()) { // an error page may come after the release, and open something again
            released.set(false);
            closed.set(false);
        }
        Frame outer = current;
        current = frame;
        return outer;
    }

    /** Goes on with a handling, and returns the one that was under way. */
    @Nullable Frame resume(Frame frame) {
        frame.resume();
        Frame outer = current;
        current = frame;
        return outer;
    }

    /** Leaves the handling that is under way for another, or for none, and returns it. */
    @Nullable Frame leaveFor(@Nullable Frame other) {
        Frame left = current;
        current = other;
        return left;
    }

    /** Ends a handling, for now or for good, and goes back to the outer one. */
    void end(Frame frame, @Nullable Frame outer) {
        last = frame;
        current = outer;
    }

    /** Returns the handling of an endpoint that is to come back, {@code null} if there is none. */
    @Nullable Frame suspended(PlannedEndpoint endpoint) {
        for (int index = frames.size() - 1; index >= 0; index--) {
            Frame frame = frames.get(index);
            if (frame.endpoint() == endpoint && frame.suspended()) {
                return frame;
            }
        }
        return null;
    }

    /**
     * Settles the handlings that wait for a value which has been delivered to another handler.
     *
     * @param handler the handler that the container goes on with
     * @param result what has been delivered
     * @throws Exception what the client gets in its place
     */
    void settleIncluded(Object handler, @Nullable Object result) throws Exception {
        for (int index = frames.size() - 1; index >= 0; index--) {
            Frame frame = frames.get(index);
            if (frame.waits()
                    && !(handler instanceof HandlerMethod method
                            && frame.endpoint().is(method.getMethod()))) {
                frame.delivered(result);
            }
        }
    }

    /** Tells that a thread of the container has begun to handle the request, and will end it or {@link #leave} it. */
    void enter() {
        handling = true;
    }

    /** Tells that the thread of the container has left the request to other threads. */
    void leave() {
        handling = false;
    }

    /** Whether a thread of the container handles the request. */
    boolean handling() {
        return handling;
    }

    /** Keeps why the connection to the client is broken. */
    void broken(Throwable failure) {
        responseFailed(failure);
        broken = true;
    }

    /** Whether the connection to the client is broken. */
    boolean broken() {
        return broken;
    }

    /** Keeps why the response could not be written. */
    void responseFailed(Throwable failure) {
        if (responseFailure == null) {
            responseFailure = failure;
        }
    }

    /** Whether a thread still handles the request and holds something that no other thread can end. */
    boolean heldByThread() {
        return frames.stream().anyMatch(frame -> frame.resolution().heldByThread());
    }

    /** Returns what is to end the request, apart from our filter. */
    AwaitedEnd awaited() {
        return awaited;
    }

    /** Keeps what is to end the request, apart from our filter. */
    void awaits(AwaitedEnd end) {
        awaited = end;
    }

    /** Keeps what waits for a forgotten end; no longer than until the release. */
    void await(Patience forgotten) {
        Patience earlier = patience.getAndSet(forgotten);
        if (earlier != null) {
            earlier.end();
        }
        if (released.get()) {
            stopWaiting();
        }
    }

    /** Whether everything has been closed. */
    boolean closed() {
        return closed.get();
    }

    /** Whether something waits for the end of the response. */
    boolean somethingToRelease() {
        if (!released.get()) {
            for (Frame frame : frames) {
                if (!frame.resolution().nothingToRelease()) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Closes everything, last opened first, and gives out the tasks for afterwards; once, when no work is running any
     * more.
     *
     * @param runner runs the tasks of the request
     * @param closed runs when everything is closed
     */
    void release(TaskRunner runner, Runnable closed) {
        if (released.compareAndSet(false, true)) {
            stopWaiting();
            afterWork(0, () -> close(runner, closed));
        }
    }

    /** As {@link #release}, but work that is still running is not waited for. */
    void releaseAtOnce(TaskRunner runner, Runnable closed) {
        released.set(true);
        stopWaiting();
        close(runner, closed);
    }

    private void close(TaskRunner runner, Runnable afterwards) {
        if (closed.compareAndSet(false, true)) {
            try {
                releaseNow(runner);
            } finally {
                afterwards.run();
            }
        }
    }

    /** Waits for no forgotten end any more. */
    void stopWaiting() {
        Patience waiting = patience.get();
        if (waiting != null) {
            waiting.end();
        }
    }

    private void afterWork(int index, Runnable action) {
        if (index == frames.size()) {
            action.run();
            return;
        }
        Work work = frames.get(index).work();
        if (work == null) {
            afterWork(index + 1, action);
        } else {
            work.afterwards(() -> afterWork(index + 1, action));
        }
    }

    private void releaseNow(TaskRunner runner) {
        Throwable failure = responseFailure;
        boolean clientGone = failure != null && clientGone(failure);
        for (int index = frames.size() - 1; index >= 0; index--) {
            frames.get(index).resolution().takeTasksBeforeRelease().forEach(runner::now);
        }
        List<Task> tasks = new ArrayList<>();
        for (int index = frames.size() - 1; index >= 0; index--) {
            Resolution resolution = frames.get(index).resolution();
            tasks.addAll(0, resolution.takeTasksAfterRelease());
            resolution.release(failure, clientGone);
        }
        runner.later(tasks);
    }

    private static boolean clientGone(Throwable failure) {
        try {
            return DisconnectedClientHelper.isClientDisconnectedException(failure);
        } catch (RuntimeException unreadable) { // an exception of the application that has no message to give
            return false;
        }
    }

    @Override
    public String toString() {
        return "request of " + frames.get(0).endpoint().plan().endpoint();
    }

    /** What is to end a request that our filter has left. */
    enum AwaitedEnd {
        /** Nothing: our filter is still to come, or the container tells the end of an asynchronous request. */
        NONE,
        /** The server, which tells when it has served a dispatch with its error page. */
        SERVED,
        /** The container, which destroys the request when it is done with it, or the server as above. */
        DESTROYED
    }
}
