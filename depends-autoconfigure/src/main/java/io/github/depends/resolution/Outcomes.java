package io.github.depends.resolution;

import io.github.depends.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of {@link Outcome}, and which failure counts. */
final class Outcomes {

    private Outcomes() {}

    static Outcome of(@Nullable Throwable failure, boolean clientGone) {
        return new Ended(Optional.ofNullable(failure), clientGone);
    }

    /** Returns the current failure after a callback that may not take its place has failed. */
    static Throwable added(@Nullable Throwable current, Throwable late) {
        if (current == null) {
            return late;
        }
        if (current != late) {
            current.addSuppressed(late);
        }
        return current;
    }

    /** Returns what an error callback threw in place of the current failure, which it keeps. */
    static Throwable replaced(Throwable current, Throwable replacement) {
        if (current != replacement && !causes(current, replacement)) {
            replacement.addSuppressed(current);
        }
        return replacement;
    }

    private static boolean causes(Throwable cause, Throwable failure) {
        try {
            Throwable each = failure.getCause();
            for (int depth = 0; each != null && depth < 100; depth++) {
                if (each == cause) {
                    return true;
                }
                each = each.getCause();
            }
        } catch (RuntimeException unreadable) { // an application's exception must not keep the next yield open
            return false;
        }
        return false;
    }

    private record Ended(Optional<Throwable> failure, boolean clientGone) implements Outcome {

        @Override
        public boolean succeeded() {
            return failure.isEmpty() && !clientGone;
        }
    }
}
