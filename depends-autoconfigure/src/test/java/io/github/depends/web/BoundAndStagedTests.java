package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is bound to its thread, beside values that come from others. */
class BoundAndStagedTests {

    private static final String PARALLEL = "depends.acquire.parallel=true";

    @Test
    void aStageCannotDeliverWhatIsBoundToItsThread() {
        assertThat(StartReport.faults(App.failure(Parts.class, Delivered.class)))
                .containsExactly("'Parts.delivered' is bound to its thread, but its value comes from another."
                        + " | at io.github.depends.web.BoundAndStagedTests$Parts.delivered(BoundAndStagedTests.java)"
                        + " | => Return the Yield itself, or leave threadBound out.");
    }

    @Test
    void acquiredInParallelBothAreRefused() {
        String action = " | => Return the value itself rather than a stage, use a dependency that is not bound to a"
                + " thread, or leave depends.acquire.parallel off.";
        assertThat(StartReport.faults(App.failure(PARALLEL, Parts.class, Both.class)))
                .containsExactlyInAnyOrder(
                        "'Parts.lock' is bound to its thread, but 'GET /both' acquires it in parallel with 'Parts.price',"
                                + " whose value comes from another."
                                + " | at io.github.depends.web.BoundAndStagedTests$Both.both(BoundAndStagedTests.java)"
                                + action,
                        "'Parts.lock' is bound to its thread, but 'GET /lazily' acquires it in parallel with"
                                + " 'Parts.price', whose value comes from another."
                                + " | at io.github.depends.web.BoundAndStagedTests$Both.lazily(BoundAndStagedTests.java)"
                                + action);
    }

    @Test
    void acquiredOneAfterAnotherBothAreServed() {
        try (App app = App.start(Parts.class, Both.class)) {
            assertThat(app.get("/both").body()).isEqualTo("both");
        }
    }

    @Test
    void whereNothingOverlapsBothAreServed() {
        try (App app = App.start(PARALLEL, Parts.class, Apart.class)) {
            assertThat(app.get("/guarded").body()).isEqualTo("guarded");
            assertThat(app.get("/bound").body()).isEqualTo("bound");
            assertThat(app.get("/staged").body()).isEqualTo("staged");
        }
    }

    @Test
    void outsideRequestsBothAreRefusedBeforeAnythingIsOpened() {
        try (App app = App.start(PARALLEL, Parts.class)) {
            Dependencies dependencies = app.bean(Dependencies.class);
            assertThatIllegalStateException()
                    .isThrownBy(() -> dependencies.run(open -> open.get(Order.class)))
                    .withMessageStartingWith(
                            "'Parts.lock' is bound to its thread, but a callback of Dependencies acquires"
                                    + " it in parallel with 'Parts.price', whose value comes from another. Return the value");
            dependencies.run(open -> {
                assertThat(open.get(Lock.class)).isNotNull();
                assertThat(open.get(Price.class)).isNotNull();
            });
        }
    }

    record Lock() {}

    record Price() {}

    record Delivery() {}

    record Order(@Depends Lock lock, @Depends Price price) {}

    record Tenant() {}

    @Component
    static class Parts {

        @Dependency(threadBound = true)
        Yield<Lock> lock() {
            return Yield.of(new Lock());
        }

        @Dependency
        CompletionStage<Price> price() {
            return CompletableFuture.completedFuture(new Price());
        }

        @Dependency(guard = true)
        CompletionStage<Tenant> tenant() {
            return CompletableFuture.completedFuture(new Tenant());
        }

        @Dependency(threadBound = true)
        CompletionStage<Yield<Delivery>> delivered() {
            return CompletableFuture.completedFuture(Yield.of(new Delivery()));
        }
    }

    @RestController
    static class Delivered {

        @GetMapping("/delivered")
        String delivered(@Depends Delivery delivery) {
            return "delivered";
        }
    }

    @RestController
    static class Both {

        @GetMapping("/both")
        String both(@Depends Lock lock, @Depends Price price) {
            return "both";
        }

        @GetMapping("/lazily")
        String lazily(@Depends Price price, @Depends Tenant tenant, @Depends Shelf shelf) {
            return "lazily";
        }
    }

    record Shelf(@Depends Supplier<Lock> lock) {}

    @RestController
    static class Apart {

        @GetMapping("/guarded")
        String guarded(@Depends Lock lock, @Depends Tenant tenant, @Depends Shelf shelf) {
            return "guarded";
        }

        @GetMapping("/bound")
        String bound(@Depends Lock lock, @Depends Shelf shelf) {
            return "bound";
        }

        @GetMapping("/staged")
        String staged(@Depends Price price, @Depends Tenant tenant) {
            return "staged";
        }
    }
}
