package io.github.depends.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Sixteen who begin at the same moment, each on a thread of its own. */
public final class Crowd {

    private static final int SIZE = 16;

    private Crowd() {}

    /** Lets each do something several times, by the number of the time; returns all results. */
    public static <T> List<T> atOnce(int timesEach, IntFunction<T> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(SIZE);
        ExecutorService threads = Executors.newFixedThreadPool(SIZE);
        try {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int one = 0; one < SIZE; one++) {
                int first = one * timesEach;
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    List<T> results = new ArrayList<>();
                    for (int time = 0; time < timesEach; time++) {
                        results.add(action.apply(first + time));
                    }
                    return results;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<List<T>> each : running) {
                all.addAll(each.get(60, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
