package io.github.depends.pool;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What a client asks for, how it behaves, and what has to become of it. */
enum Kind {
    VALUE(20, "/value", 200, End.KEPT),
    VALUE_OF_FUNCTION_SCOPE(8, "/short", 200, End.KEPT),
    LARGE(3, "/value?size=200000", 200, End.KEPT),
    CALLABLE(5, "/callable", 200, End.KEPT),
    FUTURE(5, "/future", 200, End.KEPT),
    MONO(3, "/mono", 200, End.KEPT),
    INVALID(7, "/value?product=none", 400, End.UNOPENED),
    REFUSED(5, "/value?stranger=true", 403, End.UNOPENED),
    FAILS_BEFORE_OPENING(5, "/value?sold=true", 410, End.UNOPENED),
    FAILS_ON_OPEN(5, "/value?broken=true", 500, End.UNDONE),
    FAILS_AFTER_OPENING(5, "/value?unpriced=true", 409, End.UNDONE),
    FAILS_IN_HANDLER(5, "/value?failing=true", 409, End.UNDONE),
    FAILS_IN_CALLABLE(3, "/callable?failing=true", 409, End.UNDONE),
    FAILS_IN_FUTURE(3, "/future?failing=true", 409, End.UNDONE),
    COMMIT_FAILS(4, "/value?product=-1", 500, End.COMMIT_REFUSED),
    COMMIT_FAILS_IN_FUNCTION_SCOPE(2, "/short?product=-1", 500, End.COMMIT_REFUSED),
    COMMIT_FAILS_AFTER_CALLABLE(2, "/callable?product=-1", 500, End.COMMIT_REFUSED),
    CALLABLE_TIMES_OUT(1, "/callable?hanging=true", 503, End.UNDONE),
    DEFERRED_TIMES_OUT(1, "/late", 503, End.UNDONE),
    UNWRITABLE(2, "/unwritable", 500, End.KEPT_BUT_UNWRITABLE),
    UNACCEPTABLE(2, "/value?accept=xml", 406, End.KEPT_BUT_UNWRITABLE),
    STREAM(2, "/stream?chunks=6", 200, End.KEPT),
    STREAM_READ_SLOWLY(1, "/stream?chunks=6", 200, End.KEPT),
    EMITTER(2, "/emitter?chunks=6", 200, End.KEPT),
    EVENTS(2, "/events?chunks=6", 200, End.KEPT),
    FLUX(2, "/flux?chunks=6", 200, End.KEPT),
    LEAVES_VALUE(1, "/value?size=6000000", 200, End.KEPT),
    LEAVES_STREAM(2, "/stream?chunks=200", 200, End.KEPT),
    LEAVES_EMITTER(1, "/emitter?chunks=200", 200, End.KEPT),
    LEAVES_EVENTS(1, "/events?chunks=200", 200, End.KEPT),
    LEAVES_FLUX(1, "/flux?chunks=200", 200, End.KEPT),
    LEAVES_AT_ONCE(2, "/value", 0, End.ANY),
    LEAVES_BEFORE_TIMEOUT(1, "/late", 0, End.ANY);

    final int weight;
    final String path;
    final int status;
    final End end;

    Kind(int weight, String path, int status, End end) {
        this.weight = weight;
        this.path = path;
        this.status = status;
        this.end = end;
    }

    /** Whether a client may be told this; who is interrupted by a timeout can be faster than the timeout. */
    boolean mayAnswer(int told) {
        return told == status || this == CALLABLE_TIMES_OUT && told == 500;
    }

    boolean leavesAtOnce() {
        return this == LEAVES_AT_ONCE || this == LEAVES_BEFORE_TIMEOUT;
    }

    boolean leavesInTheBody() {
        return name().startsWith("LEAVES") && !leavesAtOnce();
    }

    boolean readsSlowly() {
        return this == STREAM_READ_SLOWLY;
    }

    /** Returns what the request of a number is, the same in each run with a seed. */
    static Kind of(int request, long seed) {
        int at = new SplittableRandom(seed * 31 + request).nextInt(total());
        for (Kind kind : values()) {
            at -= kind.weight;
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    private static int total() {
        return Arrays.stream(values()).mapToInt(kind -> kind.weight).sum();
    }

    /** What has to have become of the yields and the row of a request. */
    enum End {
        /** Nothing was opened. */
        UNOPENED,
        /** Completed as a success, with a row. */
        KEPT,
        /** Completed as a success, with a row; the failure came later. */
        KEPT_BUT_UNWRITABLE,
        /** Completed as a failure, without a row. */
        UNDONE,
        /** The database refused to commit, so there is no row. */
        COMMIT_REFUSED,
        /** Whatever the server had come to when the client left: opened or not, kept or not. */
        ANY
    }
}
