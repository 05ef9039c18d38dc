package io.github.depends.resolution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages that one acquisition waits for, in declared order. They are joined in that order, except that a dependency
 * waits for what it needs only; of several failures the first in declared order counts, whenever they happen.
 */
final class StagesUnderWay {

    private final List<Pending> all = new ArrayList<>();
    private boolean interrupted;

    void add(Pending pending) {
        all.add(pending);
    }

    /** Waits for one. */
    void settle(Pending pending) {
        Throwable failure = settled(pending);
        if (failure != null) {
            throw Sneaky.<RuntimeException>rethrow(first(failure, all.indexOf(pending)));
        }
    }

    private @Nullable Throwable settled(Pending pending) {
        Throwable failure = pending.settle();
        interrupted |= pending.interrupted();
        return failure;
    }

    /** Waits for all. */
    void settleAll() {
        all.forEach(this::settle);
    }

    /** Returns the failure that counts when the dependency that has just run has failed. */
    Throwable first(Throwable failure) {
        return first(failure, all.size());
    }

    private Throwable first(Throwable failure, int end) {
        for (int index = 0; index < end && !interrupted; index++) {
            Throwable earlier = settled(all.get(index));
            if (earlier != null) {
                return earlier;
            }
        }
        return failure;
    }

    /** Waits for none any more: what they deliver from here on is failed and closed. */
    void abandon(Throwable failure) {
        for (int index = all.size() - 1; index >= 0; index--) {
            all.get(index).abandon(failure);
        }
    }
}
