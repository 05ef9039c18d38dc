package io.github.depends.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits ten seconds for something a container may have forgotten, and acts if it has not come by then. */
final class Patience {

    private static final int SECONDS = 10;

    private final CompletableFuture<Boolean> came = new CompletableFuture<>();

    /** Begins to wait; the action may only start what takes long. */
    static Patience until(Runnable action) {
        Patience patience = new Patience();
        patience.came.completeOnTimeout(false, SECONDS, TimeUnit.SECONDS).thenAccept(came -> {
            if (!came) {
                action.run();
            }
        });
        return patience;
    }

    /** Tells that there is nothing to wait for any more; keeps nothing of the action. */
    void end() {
        came.complete(true);
    }
}
