package io.github.depends.pool;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Clients that call at the same time, each on a connection of its own, and keep what they were told. */
final class Clients {

    private final int port;
    private final long seed;
    private final AtomicIntegerArray statuses;
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    Clients(int port, int requests, long seed) {
        this.port = port;
        this.seed = seed;
        this.statuses = new AtomicIntegerArray(requests);
    }

    /** Returns the status of each request, zero where the client has not waited for it. */
    AtomicIntegerArray statuses() {
        return statuses;
    }

    /** Returns which connections the server has ended without an answer. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    /** Sends the requests of these numbers, shared among so many clients. */
    void call(int clients, int from, int to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        List<Thread> threads = IntStream.range(0, clients)
                .mapToObj(client -> new Thread(() -> call(next, to), "client " + client))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void call(AtomicInteger next, int to) {
        try (Caller caller = new Caller(port)) {
            for (int request = next.getAndIncrement(); request < to; request = next.getAndIncrement()) {
                call(caller, request);
            }
        } catch (Exception failed) {
            surprises.add(failed.toString());
        }
    }

    private void call(Caller caller, int request) throws InterruptedException {
        try {
            statuses.set(request, caller.call(Kind.of(request, seed), request));
        } catch (Exception broken) {
            surprises.add(broken + ", " + broken.getCause());
        }
    }
}
