package io.github.depends.examples.yields;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what is counted, wrong unless one thread counts at a time. */
@Component
class Counters {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    int increment(String id) {
        int next = counts.getOrDefault(id, 0) + 1;
        Thread.yield();
        counts.put(id, next);
        return next;
    }
}
