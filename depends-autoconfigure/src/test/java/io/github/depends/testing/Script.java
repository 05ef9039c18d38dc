package io.github.depends.testing;

import io.github.depends.Outcome;
import io.github.depends.Yield;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Yields that log each of their callbacks, and fail where the request says so. */
public final class Script {

    private final Events events;
    private final String tag;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** A script that fails at these points, such as {@code "a success"}. */
    public Script(Events events, Iterable<String> failing) {
        this(events, "", failing);
    }

    /** A script whose events begin with a tag. */
    public Script(Events events, String tag, Iterable<String> failing) {
        this.events = events;
        this.tag = tag;
        failing.forEach(this.failing::add);
    }

    /** Logs an event, and fails if the script says so. */
    public void at(String event, String point) {
        events.add(tag + event);
        if (failing.contains(point)) {
            throw new Boom(point);
        }
    }

    /** Logs a point, and fails if the script says so. */
    public void at(String point) {
        at(point, point);
    }

    /** Waits until an event has happened. */
    public void await(String event) {
        events.await(tag + event);
    }

    /** Returns a yield with all callbacks. */
    public Yield<String> yield(String name) {
        return Yield.open(() -> {
                    at(name + " open");
                    return name;
                })
                .onOpen(value -> at(value + " ready"))
                .onSuccess(value -> at(value + " success"))
                .onError((value, failure) -> at(value + " error: " + text(failure), value + " error"))
                .onOutcome((value, outcome) -> at(value + " outcome: " + text(outcome), value + " outcome"))
                .onClose(value -> at(value + " close"));
    }

    /** Returns what a yield's outcome looks like in the log. */
    public static String text(Outcome outcome) {
        return outcome.clientGone()
                ? "client gone"
                : (outcome.succeeded() ? "success" : "failure")
                        + outcome.failure().map(failure -> " " + text(failure)).orElse("");
    }

    /** Returns what a failure looks like in the log: scripted ones by point, with what they replaced or suppress. */
    public static String text(Throwable failure) {
        StringBuilder text = new StringBuilder(
                failure instanceof Boom
                        ? failure.getMessage()
                        : failure.getClass().getSimpleName());
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append(" (").append(text(suppressed)).append(')');
        }
        return text.toString();
    }

    /** A scripted failure. */
    public static final class Boom extends RuntimeException {

        /** A failure at a point. */
        public Boom(String point) {
            super(point);
        }
    }
}
