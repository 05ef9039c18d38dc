package io.github.depends.resolution;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A dependency whose stage is under way while others run. For the thread that resolves. */
final class Pending {

    private final Product product;
    private final OpenYields open;
    private final StagesUnderWay stages;
    private final BiConsumer<@Nullable Object, @Nullable Throwable> settled;
    private final int place;
    private final Arrival arrival;
    private boolean done;
    private @Nullable Throwable failure;

    /**
     * Begins to wait.
     *
     * @param stage what the dependency returned
     * @param open keeps what is yielded
     * @param stages all that are under way, to which this one is added
     * @param settled takes the value, or the failure if there is one
     */
    Pending(
            Product product,
            Object stage,
            OpenYields open,
            StagesUnderWay stages,
            BiConsumer<@Nullable Object, @Nullable Throwable> settled) {
        this.product = product;
        this.open = open;
        this.stages = stages;
        this.settled = settled;
        // A yield closes as if it had been opened now, whenever it arrives.
        this.place = product.yields() ? open.reserve() : -1;
        this.arrival = new Arrival(product, stage, open);
        stages.add(this);
    }

    /**
     * Waits for the value.
     *
     * @throws Throwable the first failure in declared order, sneakily, if it or an earlier one has failed
     */
    void require() {
        stages.settle(this);
    }

    /** Waits for the value and tells it, the first time. Returns the failure, {@code null} if there is none. */
    @Nullable Throwable settle() {
        if (!done) {
            done = true; // first: what is opened here may ask, lazily, for another
            try {
                settled.accept(product.opened(arrival.await(), open, place), null);
            } catch (Throwable thrown) {
                failure = thrown;
                settled.accept(null, thrown);
            }
        }
        return failure;
    }

    /** Whether its thread was interrupted while it waited. */
    boolean interrupted() {
        return arrival.interrupted();
    }

    /** Waits no more, if the value has not been taken. */
    void abandon(Throwable why) {
        if (!done) {
            done = true;
            arrival.abandon(why);
        }
    }
}
