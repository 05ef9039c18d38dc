package io.github.depends.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Many who begin at the same moment, each on a thread of its own. */
final class Crowd {

    private Crowd() {}

    /** Lets everyone do something, and fails as the first that failed. */
    static <T> void atOnce(List<T> everyone, Consumer<T> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(everyone.size());
        ExecutorService threads = Executors.newFixedThreadPool(everyone.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (T one : everyone) {
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    action.accept(one);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
