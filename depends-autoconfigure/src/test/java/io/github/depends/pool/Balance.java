package io.github.depends.pool;

import io.github.depends.pool.Ledger.Event;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import javax.sql.DataSource;

/** Compares what clients were told, what yields saw and what the database has kept, request by request. */
final class Balance {

    private static final int KEPT = Event.OPENED.one() + Event.SUCCEEDED.one() + Event.CLOSED.one();
    private static final int UNDONE = Event.OPENED.one() + Event.FAILED.one() + Event.CLOSED.one();

    private final Ledger ledger;
    private final AtomicIntegerArray statuses;
    private final long seed;
    private final BitSet rows = new BitSet();
    private int repeatedRows;

    Balance(Ledger ledger, AtomicIntegerArray statuses, long seed) {
        this.ledger = ledger;
        this.statuses = statuses;
        this.seed = seed;
    }

    /** Reads which requests have a row. */
    void readRows(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id from placed")) {
            while (row.next()) {
                repeatedRows += rows.get(row.getInt(1)) ? 1 : 0;
                rows.set(row.getInt(1));
            }
        }
    }

    /** Returns what is wrong, empty if nothing is. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (ledger.starved.sum() > 0 || repeatedRows > 0) {
            faults.add(ledger.starved + " requests without a connection, " + repeatedRows + " rows too many");
        }
        for (int request = 0; request < statuses.length(); request++) {
            if (!balanced(request, Kind.of(request, seed))) {
                faults.add(describe(request));
            }
        }
        return faults;
    }

    private boolean balanced(int request, Kind kind) {
        boolean row = rows.get(request);
        return kind.mayAnswer(statuses.get(request))
                && switch (kind.end) {
                    case UNOPENED -> yields(request, 0, 0) && !row;
                    case UNDONE -> yields(request, UNDONE, kind == Kind.FAILS_ON_OPEN ? 0 : UNDONE) && !row;
                    case COMMIT_REFUSED -> commitRefused(request, kind) && !row;
                    case KEPT, KEPT_BUT_UNWRITABLE ->
                        yields(request, KEPT, slip(kind, KEPT)) && row && outcome(request, kind);
                    case ANY ->
                        yields(request, 0, 0) && !row
                                || yields(request, UNDONE, UNDONE) && !row
                                || yields(request, KEPT, KEPT) && row;
                }
                && ledger.tasks.get(request) == tasks(request, kind);
    }

    // The commit is the last callback: what was opened after the connection has succeeded before.
    private boolean commitRefused(int request, Kind kind) {
        return yields(request, Event.OPENED.one() + Event.CLOSED.one(), slip(kind, KEPT));
    }

    private static int slip(Kind kind, int expected) {
        return kind.path.startsWith("/short") ? 0 : expected;
    }

    private boolean yields(int request, int connection, int slip) {
        return ended(ledger.connections.get(request), connection) && ended(ledger.slips.get(request), slip);
    }

    // Apart from its outcome, of which there is exactly one.
    private static boolean ended(int actual, int expected) {
        int outcomes = Event.ENDED_WELL.count(actual) + Event.ENDED_ILL.count(actual) + Event.GONE.count(actual);
        int others = actual
                - Event.ENDED_WELL.count(actual) * Event.ENDED_WELL.one()
                - Event.ENDED_ILL.count(actual) * Event.ENDED_ILL.one()
                - Event.GONE.count(actual) * Event.GONE.one();
        return others == expected && outcomes == Event.OPENED.count(expected);
    }

    private boolean outcome(int request, Kind kind) {
        int seen = ledger.connections.get(request);
        if (kind.leavesInTheBody()) {
            return Event.ENDED_ILL.count(seen) == 0;
        }
        return (kind.end == Kind.End.KEPT_BUT_UNWRITABLE ? Event.ENDED_ILL : Event.ENDED_WELL).count(seen) == 1;
    }

    private int tasks(int request, Kind kind) {
        boolean adds = kind.path.startsWith("/value") || kind.path.startsWith("/callable");
        return adds && Event.SUCCEEDED.count(ledger.connections.get(request)) == 1 ? 1 : 0;
    }

    private String describe(int request) {
        return Kind.of(request, seed) + " " + request + ": status " + statuses.get(request) + ", connection "
                + Event.text(ledger.connections.get(request)) + "; slip " + Event.text(ledger.slips.get(request))
                + "; " + (rows.get(request) ? "a row" : "no row") + ", " + ledger.tasks.get(request) + " tasks";
    }

    /** Returns how many requests of each kind there were, and what became of them. */
    String figures() {
        Map<Kind, Map<String, Integer>> ends = new EnumMap<>(Kind.class);
        for (int request = 0; request < statuses.length(); request++) {
            ends.computeIfAbsent(Kind.of(request, seed), kind -> new TreeMap<>())
                    .merge(end(request), 1, Integer::sum);
        }
        StringBuilder figures = new StringBuilder();
        ends.forEach((kind, counts) ->
                figures.append(String.format("%n  %-32s", kind)).append(String.join("; ", lines(counts))));
        return figures.append(String.format(
                        "%n  rows %d, requests without a connection %d", rows.cardinality(), ledger.starved.sum()))
                .toString();
    }

    private static List<String> lines(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " x " + count.getKey())
                .toList();
    }

    private String end(int request) {
        int status = statuses.get(request);
        int seen = ledger.connections.get(request);
        String outcome = Event.GONE.count(seen) > 0
                ? "client gone"
                : Event.ENDED_WELL.count(seen) > 0
                        ? "success"
                        : Event.ENDED_ILL.count(seen) > 0 ? "failure" : "unopened";
        return (status == Caller.NOTHING ? "left" : Integer.toString(status)) + " " + outcome
                + (rows.get(request) ? " with row" : "");
    }
}
