package io.github.depends.resolution;

import io.github.depends.Yield;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Mono;

/**
 * What a stage delivers. The thread that waits takes it; a yield that nobody waits for any more is failed and closed.
 * Thread-safe.
 */
final class Arrival {

    private final CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
    private final AtomicReference<@Nullable Object> delivered = new AtomicReference<>();
    private final CompletionStage<?> stage;
    private final Product product;
    private final OpenYields open;
    private final boolean ours;
    private final long begun = System.nanoTime();
    private boolean interrupted;
    private volatile @Nullable Throwable abandoned;

    /**
     * Begins to wait.
     *
     * @param product what is delivered
     * @param value a stage, or a reactive value, which is subscribed to
     * @param open fails and closes a yield that arrives too late
     */
    Arrival(Product product, Object value, OpenYields open) {
        this.product = product;
        this.open = open;
        this.stage = value instanceof CompletionStage<?> given ? given : Reactive.stage(value);
        this.ours = !product.yields() && stage != value;
        stage.whenComplete(this::arrived);
    }

    /**
     * Waits for what is delivered.
     *
     * @throws Throwable what the stage failed with
     */
    @Nullable Object await() throws Throwable {
        try {
            return get();
        } catch (ExecutionException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        } catch (InterruptedException | TimeoutException given) {
            interrupted = given instanceof InterruptedException;
            abandon(given);
            throw given;
        }
    }

    private @Nullable Object get() throws InterruptedException, ExecutionException, TimeoutException {
        Duration timeout = product.timeout();
        if (timeout == null) {
            return result.get();
        }
        try {
            return result.get(timeout.toNanos() - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new TimeoutException("'" + product.provider().label() + "' was not delivered within "
                    + timeout.toMillis() + " ms (depends.acquire.timeout)");
        }
    }

    /** Whether the thread was interrupted while it waited. */
    boolean interrupted() {
        return interrupted;
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
            // A CompletionStage may be shared, and a yield has to be closed; a subscription to a mere value is only
            // ours.
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
        if (product.yields() && value instanceof Yield<?> yield) {
            open.tooLate(yield, product.provider(), product.scope(), failure);
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
