package io.github.depends.resolution;

import io.github.depends.Yield;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Mono;

/**
 * What a stage delivers. The thread that waits takes it; a yield that nobody waits for any more is handed over with the
 * failure it is to see. Thread-safe.
 */
final class Arrival {

    private final CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
    private final AtomicReference<@Nullable Object> delivered = new AtomicReference<>();
    private final CompletionStage<?> stage;
    private final boolean ours;
    private final BiConsumer<Yield<?>, Throwable> late;
    private volatile @Nullable Throwable abandoned;

    /**
     * Begins to wait.
     *
     * @param value a stage, or a reactive value, which is subscribed to
     * @param yields whether it delivers a yield
     * @param late takes a yield that arrives too late, and why it is too late; on any thread
     */
    Arrival(Object value, boolean yields, BiConsumer<Yield<?>, Throwable> late) {
        this.late = late;
        this.stage = value instanceof CompletionStage<?> given ? given : Reactive.stage(value);
        this.ours = !yields && stage != value;
        stage.whenComplete(this::arrived);
    }

    /**
     * Waits for what is delivered.
     *
     * @throws Throwable what the stage failed with
     */
    @Nullable Object await() throws Throwable {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        } catch (InterruptedException interrupted) {
            abandon(interrupted);
            throw interrupted;
        }
    }

    /** Whether nobody waits any more. */
    boolean abandoned() {
        return abandoned != null;
    }

    /** Waits no more. What has been delivered and not been taken is handed over now, the rest when it arrives. */
    void abandon(Throwable failure) {
        if (abandoned != null) {
            return;
        }
        abandoned = failure;
        if (!result.completeExceptionally(failure) && !result.isCompletedExceptionally()) {
            handOver(result.join(), failure);
        }
        if (ours) {
            // Only our own subscription to what is no resource: a CompletionStage may be shared, a yield must be
            // closed.
            stage.toCompletableFuture().cancel(true);
        }
    }

    private void arrived(@Nullable Object value, @Nullable Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(unwrapped(failure));
        } else if (delivered.getAndSet(value) != value || value == null) {
            if (!result.complete(value)) {
                Throwable why = abandoned;
                handOver(value, why == null ? new IllegalStateException("The stage had delivered before") : why);
            }
        }
    }

    private void handOver(@Nullable Object value, Throwable failure) {
        if (value instanceof Yield<?> yield) {
            late.accept(yield, failure);
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable current = failure;
        while (current instanceof CompletionException && current.getCause() != null) {
            current = current.getCause();
        }
        return current;
    }

    /** In a class of its own, so that Reactor stays optional. */
    private static final class Reactive {

        static CompletionStage<?> stage(Object value) {
            ReactiveAdapter adapter =
                    ReactiveAdapterRegistry.getSharedInstance().getAdapter(value.getClass());
            if (adapter == null) {
                throw new IllegalStateException(value.getClass().getName() + " delivers no value later");
            }
            return Mono.from(adapter.toPublisher(value)).toFuture();
        }
    }
}
