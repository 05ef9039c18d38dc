package io.github.depends.pool;

import io.github.depends.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What happened to the yields of each request, by its number, in memory that does not grow. */
final class Ledger {

    final LongAdder starved = new LongAdder();
    final AtomicIntegerArray connections;
    final AtomicIntegerArray slips;
    final AtomicIntegerArray tasks;

    Ledger(int requests) {
        connections = new AtomicIntegerArray(requests);
        slips = new AtomicIntegerArray(requests);
        tasks = new AtomicIntegerArray(requests);
    }

    static void note(AtomicIntegerArray yields, int request, Event event) {
        yields.addAndGet(request, event.one());
    }

    static void note(AtomicIntegerArray yields, int request, Outcome outcome) {
        note(
                yields,
                request,
                outcome.clientGone() ? Event.GONE : outcome.succeeded() ? Event.ENDED_WELL : Event.ENDED_ILL);
    }

    /** Returns which requests have a yield that was opened and is not closed. */
    List<String> open(long seed) {
        return IntStream.range(0, connections.length())
                .filter(request -> open(connections.get(request)) || open(slips.get(request)))
                .mapToObj(request -> Kind.of(request, seed) + " " + request + ": connection "
                        + Event.text(connections.get(request)) + "; slip " + Event.text(slips.get(request)))
                .toList();
    }

    private static boolean open(int entry) {
        return Event.OPENED.count(entry) != Event.CLOSED.count(entry);
    }

    /** What can happen to a yield; four bits of an entry count each. */
    enum Event {
        OPENED,
        SUCCEEDED,
        FAILED,
        ENDED_WELL,
        ENDED_ILL,
        GONE,
        CLOSED;

        int one() {
            return 1 << 4 * ordinal();
        }

        int count(int entry) {
            return entry >>> 4 * ordinal() & 15;
        }

        static String text(int entry) {
            StringBuilder text = new StringBuilder();
            for (Event event : values()) {
                if (event.count(entry) > 0) {
                    text.append(text.isEmpty() ? "" : ", ")
                            .append(event.count(entry))
                            .append(' ')
                            .append(event);
                }
            }
            return text.isEmpty() ? "nothing" : text.toString();
        }
    }
}
