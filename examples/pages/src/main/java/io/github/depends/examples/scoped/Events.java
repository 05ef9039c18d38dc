package io.github.depends.examples.scoped;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened, in order. */
class Events {

    private final List<String> events = new CopyOnWriteArrayList<>();

    void add(String event) {
        events.add(event);
    }

    List<String> all() {
        return List.copyOf(events);
    }
}
