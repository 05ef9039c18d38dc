package io.github.depends.examples.scoped;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

@Component
@RequestScope
class RequestConnection {

    private final Events events;

    RequestConnection(Events events) {
        this.events = events;
    }

    void write(String text) {
        events.add("write " + text);
    }

    @PreDestroy
    void commit() {
        events.add("commit"); // too early, too late, and without knowing whether the request has failed
    }
}
