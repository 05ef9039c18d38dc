package io.github.depends.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What happened, in order; a test waits for what is still to happen. */
public final class Events implements ServletRequestListener {

    private final List<String> events = new ArrayList<>();
    private int requests;

    @Override
    public synchronized void requestInitialized(ServletRequestEvent event) {
        requests++;
    }

    @Override
    public synchronized void requestDestroyed(ServletRequestEvent event) {
        requests--;
        notifyAll();
    }

    /** Adds an event. */
    public synchronized void add(String event) {
        events.add(event);
        notifyAll();
    }

    /** Returns the events so far. */
    public synchronized List<String> list() {
        return List.copyOf(events);
    }

    /** Forgets the events so far, once no earlier request can add one; waits for those five seconds at most. */
    public synchronized void clear() {
        awaitEnd();
        events.clear();
    }

    /** Waits until no request is under way any more, five seconds at most. */
    public synchronized void awaitEnd() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (requests > 0 && System.nanoTime() < end) {
            waitUntil(end);
        }
    }

    /** Waits until an event has happened, ten seconds at most. */
    public synchronized List<String> await(String event) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!events.contains(event)) {
            if (System.nanoTime() >= end) {
                assertThat(events).contains(event);
            }
            waitUntil(end);
        }
        return List.copyOf(events);
    }

    private void waitUntil(long end) {
        try {
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
