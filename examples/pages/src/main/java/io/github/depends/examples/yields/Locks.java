package io.github.depends.examples.yields;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** A lock for each counter. */
@Component
class Locks {

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    ReentrantLock of(String id) {
        return locks.computeIfAbsent(id, any -> new ReentrantLock());
    }
}
