package io.github.depends.resolution;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Mono;

/** Waits, on the request's thread, for values that are delivered later. */
final class Stages {

    private Stages() {}

    /**
     * Returns what a stage delivers.
     *
     * @throws Throwable what the stage failed with
     */
    static @Nullable Object await(Object stage) throws Throwable {
        try {
            return stage(stage).toCompletableFuture().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    private static CompletionStage<?> stage(Object value) {
        return value instanceof CompletionStage<?> stage ? stage : Reactive.stage(value);
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
