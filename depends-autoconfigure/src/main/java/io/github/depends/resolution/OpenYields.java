package io.github.depends.resolution;

import io.github.depends.DependencyScope;
import io.github.depends.Yield;
import io.github.depends.YieldAccess;
import io.github.depends.graph.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Completes and closes what a resolution has opened, last opened first. A callback that fails does not keep the others
 * from running. One thread opens; one at a time ends, which may come in between: what is opened after that is failed and
 * closed at once.
 */
final class OpenYields {

    private final String owner;
    private final LateFailures failures;
    private final List<@Nullable Opened> open = new ArrayList<>(2);
    private boolean reserved;
    private boolean ended;
    private volatile boolean outlasting;

    /**
     * Begins without any.
     *
     * @param owner what they are opened for
     * @param failures is told of callbacks that fail too late for an answer
     */
    OpenYields(String owner, LateFailures failures) {
        this.owner = owner;
        this.failures = failures;
    }

    /**
     * Opens a yield and is from then on responsible for it.
     *
     * @return the value
     */
    @Nullable Object open(Yield<?> yield, Provider provider, DependencyScope scope) throws Exception {
        return open(yield, provider, scope, -1);
    }

    /** Keeps a place, among those opened so far, for a yield that is opened later. */
    synchronized int reserve() {
        if (ended) {
            return -1; // what is opened in it will be told so
        }
        reserved = true;
        open.add(null);
        return open.size() - 1;
    }

    /** Opens a yield in a place that was kept for it, or last if the place is negative. */
    @Nullable Object open(Yield<?> yield, Provider provider, DependencyScope scope, int place) throws Exception {
        Object value = YieldAccess.open(yield);
        Opened opened = new Opened(yield, value, provider, owner, scope);
        if (!keep(opened, place)) {
            AbandonedException gone = new AbandonedException();
            opened.fail(gone, failures);
            throw gone;
        }
        opened.ready();
        return value;
    }

    private synchronized boolean keep(Opened opened, int place) {
        if (ended) {
            return false;
        }
        if (place < 0) {
            open.add(opened);
        } else {
            open.set(place, opened);
        }
        outlasting |= opened.scope == DependencyScope.REQUEST;
        return true;
    }

    /** Fails and closes, at once, a yield that nobody waits for any more; for any thread. */
    void tooLate(Yield<?> yield, Provider provider, DependencyScope scope, Throwable failure) {
        try {
            new Opened(yield, YieldAccess.open(yield), provider, owner, scope).fail(failure, failures);
        } catch (Throwable unopened) {
            failures.callback(provider.label(), owner, unopened);
        }
    }

    /** Whether something was opened that stays open until the end of the response; for any thread. */
    boolean outlastsCompletion() {
        return outlasting;
    }

    /** Gives what is open now; for any thread. */
    synchronized void tell(Consumer<OpenYield> to) {
        for (Opened opened : open) {
            if (opened != null && !opened.closed()) {
                to.accept(opened);
            }
        }
    }

    /**
     * Runs success or error callbacks, then closes the yields of scope {@code FUNCTION}.
     *
     * @param failure why the request fails, {@code null} if it has not failed
     * @param clientGone whether it fails because the client has gone
     * @return why it fails now, {@code null} on success
     */
    @Nullable Throwable complete(@Nullable Throwable failure, boolean clientGone) {
        end();
        Throwable current = failure;
        for (int index = open.size() - 1; index >= 0; index--) {
            current = opened(index).complete(current);
        }
        return close(current, clientGone, DependencyScope.FUNCTION, false);
    }

    private synchronized void end() {
        ended = true;
        if (reserved) {
            open.removeIf(Objects::isNull);
        }
    }

    /** Closes the yields that are left; what fails is too late for an answer. */
    void release(@Nullable Throwable failure, boolean clientGone) {
        close(failure, clientGone, DependencyScope.REQUEST, true);
    }

    private @Nullable Throwable close(
            @Nullable Throwable failure, boolean clientGone, DependencyScope scope, boolean late) {
        Throwable current = failure;
        for (int index = open.size() - 1; index >= 0; index--) {
            Opened opened = opened(index);
            if (opened.scope == scope && !opened.closed()) {
                current = opened.close(current, clientGone, late ? failures : null);
            }
        }
        return current;
    }

    private Opened opened(int index) {
        return Objects.requireNonNull(open.get(index));
    }
}
