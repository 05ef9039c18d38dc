package io.github.depends.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What happened, in order; a test waits for what is still to happen. */
public final class Events {

    private final List<String> events = new ArrayList<>();

    /** Adds an event. */
    public synchronized void add(String event) {
        events.add(event);
        notifyAll();
    }

    /** Returns the events so far. */
    public synchronized List<String> list() {
        return List.copyOf(events);
    }

    /** Forgets the events so far. */
    public synchronized void clear() {
        events.clear();
    }

    /** Waits until an event has happened, ten seconds at most. */
    public synchronized List<String> await(String event) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!events.contains(event)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                assertThat(events).contains(event);
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return List.copyOf(events);
    }
}
