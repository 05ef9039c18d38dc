package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.Outcome;
import io.github.depends.Yield;
import io.github.depends.YieldAccess;
import io.github.depends.graph.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Completes and closes what a resolution has opened, last opened first. A callback that fails does not keep the others
 * from running. Not thread-safe: one thread at a time.
 */
final class OpenYields {

    private final List<Open> open = new ArrayList<>(2);
    private volatile boolean outlasting;

    /**
     * Opens a yield and is from then on responsible for it.
     *
     * @return the value
     */
    @Nullable Object open(Yield<?> yield, Provider provider, DependencyScope scope) throws Exception {
        Object value = YieldAccess.open(yield);
        open.add(new Open(yield, value, provider, scope));
        outlasting |= scope == DependencyScope.REQUEST;
        YieldAccess.opened(yield, value);
        return value;
    }

    /** Whether something was opened that stays open until the end of the response; for any thread. */
    boolean outlastsCompletion() {
        return outlasting;
    }

    /**
     * Runs success or error callbacks, then closes the yields of scope {@code FUNCTION}.
     *
     * @param failure why the request fails, {@code null} if it has not failed
     * @param clientGone whether it fails because the client has gone
     * @return why it fails now, {@code null} on success
     */
    @Nullable Throwable complete(@Nullable Throwable failure, boolean clientGone) {
        Throwable current = failure;
        for (int index = open.size() - 1; index >= 0; index--) {
            current = open.get(index).complete(current);
        }
        return close(current, clientGone, DependencyScope.FUNCTION, (label, thrown) -> {});
    }

    /**
     * Closes the yields that are left.
     *
     * @param late takes the dependency's name and what its callback threw, too late for an answer
     */
    void release(@Nullable Throwable failure, boolean clientGone, BiConsumer<String, Throwable> late) {
        close(failure, clientGone, DependencyScope.REQUEST, late);
    }

    private @Nullable Throwable close(
            @Nullable Throwable failure,
            boolean clientGone,
            DependencyScope scope,
            BiConsumer<String, Throwable> failed) {
        Throwable current = failure;
        for (int index = open.size() - 1; index >= 0; index--) {
            if (open.get(index).scope == scope) {
                current = open.remove(index).close(current, clientGone, failed);
            }
        }
        return current;
    }

    private record Open(Yield<?> yield, @Nullable Object value, Provider provider, DependencyScope scope) {

        @Nullable Throwable complete(@Nullable Throwable current) {
            try {
                if (current == null) {
                    YieldAccess.success(yield, value);
                } else {
                    YieldAccess.error(yield, value, current);
                }
                return current;
            } catch (Throwable thrown) {
                return current == null ? thrown : Outcomes.replaced(current, thrown);
            }
        }

        @Nullable Throwable close(@Nullable Throwable failure, boolean clientGone, BiConsumer<String, Throwable> failed) {
            Outcome outcome = Outcomes.of(failure, clientGone);
            Throwable current = quietly(failure, failed, () -> YieldAccess.outcome(yield, value, outcome));
            current = quietly(current, failed, () -> YieldAccess.close(yield, value));
            return quietly(current, failed, () -> YieldAccess.autoClose(yield, value));
        }

        private @Nullable Throwable quietly(
                @Nullable Throwable current, BiConsumer<String, Throwable> failed, Callback callback) {
            try {
                callback.run();
                return current;
            } catch (Throwable thrown) {
                failed.accept(provider.label(), thrown);
                return Outcomes.added(current, thrown);
            }
        }
    }

    @FunctionalInterface
    private interface Callback {
        void run() throws Exception;
    }
}
