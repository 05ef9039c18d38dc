package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.OpenDependencies;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Script;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;

/** The same graph in jobs, listeners and tasks. */
class OutsideRequestTests {

    private static App app;
    private static Dependencies dependencies;

    @BeforeAll
    static void start() {
        app = App.start(Parts.class);
        dependencies = app.bean(Dependencies.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
    }

    @Test
    void opensOnceAndClosesWhenTheCallbackHasEnded() {
        String answer = dependencies.call(open -> {
            Ledger ledger = open.get(Ledger.class);
            assertThat(open.get(Ledger.class)).isSameAs(ledger);
            app.events().add("work");
            return ledger.a();
        });

        assertThat(answer).isEqualTo("a");
        assertThat(app.events().list())
                .containsExactly(
                        "a open",
                        "a ready",
                        "f open",
                        "f ready",
                        "work",
                        "f success",
                        "a success",
                        "f outcome: success",
                        "f close",
                        "a outcome: success",
                        "a close");
    }

    @Test
    void whatTheCallbackThrowsIsTheOutcome() {
        assertThatThrownBy(() -> dependencies.run(open -> {
                    open.get(Ledger.class);
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThat(app.events().list())
                .contains("f error: IOException", "a error: IOException")
                .endsWith("a close");
    }

    @ParameterizedTest
    @CsvSource({"a success", "f close", "f success"})
    void aFailingCommitIsThrown(String point) {
        assertThatThrownBy(() -> dependencies.run(open ->
                        open.with(Points.class, new Points(List.of(point))).get(Ledger.class)))
                .hasMessage(point);
        assertThat(app.events().list()).endsWith("a close");
    }

    @Test
    void tellsThePathToWhatNeedsARequest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> dependencies.run(open -> open.get(Report.class)))
                .withMessage("There is no request here, but 'Parts.tenant' takes 'X-Tenant' from it:"
                        + " Report -> Parts.tenant. Give the value of one of them by with(...)");
        assertThat(app.events().list()).isEmpty();
    }

    @Test
    void takesWhatIsGivenInstead() {
        String name = dependencies.call(open -> open.with(Tenant.class, new Tenant("acme"))
                .get(Report.class)
                .tenant()
                .name());

        assertThat(name).isEqualTo("acme");
    }

    @Test
    void givesNothingAfterTheFirstQuestion() {
        dependencies.run(open -> {
            open.get(Ledger.class);
            assertThatIllegalStateException().isThrownBy(() -> open.with(Tenant.class, new Tenant("late")));
        });
    }

    @Test
    void isOpenOnlyOnItsThreadAndUntilItEnds() {
        AtomicReference<OpenDependencies> kept = new AtomicReference<>();
        dependencies.run(open -> {
            kept.set(open);
            assertThat(CompletableFuture.supplyAsync(() -> open.get(Ledger.class)))
                    .failsWithin(java.time.Duration.ofSeconds(10));
        });
        assertThatIllegalStateException().isThrownBy(() -> kept.get().get(Ledger.class));
    }

    @Test
    void aLazyUseIsResolvedWhenItIsAskedFor() {
        dependencies.run(open -> {
            Lazy lazy = open.get(Lazy.class);
            app.events().add("before");
            assertThat(lazy.a().get()).isEqualTo("a");
        });
        assertThat(app.events().list()).startsWith("before", "a open");
    }

    @Test
    void tasksRunAfterTheCallback() {
        dependencies.run(open -> open.get(Chores.class).plan());

        assertThat(app.events().await("later"))
                .containsExactly(
                        "a open", "a ready", "a success", "before release", "a outcome: success", "a close", "later");
    }

    @Test
    void closesAsOftenAsItOpensWhateverHappens() throws Exception {
        Parts parts = app.bean(Parts.class);
        int before = parts.open.get();
        List<String> points = List.of("none", "a success", "f open", "f ready", "f close", "a close", "throw");
        List<CompletableFuture<Void>> jobs = new java.util.ArrayList<>();
        for (int turn = 0; turn < 400; turn++) {
            String point = points.get(turn % points.size());
            jobs.add(CompletableFuture.runAsync(() -> {
                try {
                    dependencies.run(open -> {
                        open.with(Points.class, new Points(List.of(point))).get(Counted.class);
                        open.get(Ledger.class);
                        if (point.equals("throw")) {
                            throw new IllegalArgumentException(point);
                        }
                    });
                } catch (RuntimeException expected) {
                    assertThat(expected).isInstanceOfAny(Script.Boom.class, IllegalArgumentException.class);
                }
            }));
        }
        CompletableFuture.allOf(jobs.toArray(CompletableFuture[]::new)).get();
        assertThat(parts.open.get()).isEqualTo(before);
        assertThat(parts.opened.get()).isEqualTo(400);
    }

    record Tenant(String name) {}

    record Points(List<String> failing) {}

    record Report(@Depends Tenant tenant) {}

    record Ledger(
            @Depends(name = "a") String a,
            @Depends(name = "f") String f) {}

    record Lazy(@Depends(name = "a") Supplier<String> a) {}

    record Counted(int number) {}

    record Chores(
            @Depends(name = "a") String a,
            BackgroundTasks tasks,
            @Depends Events events) {

        void plan() {
            tasks.add(() -> events.add("later"));
            tasks.addBeforeRelease(() -> events.add("before release"));
        }
    }

    @Component
    static class Parts {

        final AtomicInteger open = new AtomicInteger();
        final AtomicInteger opened = new AtomicInteger();

        @Dependency
        static Tenant tenant(@RequestHeader("X-Tenant") String name) {
            return new Tenant(name);
        }

        @Dependency
        static Points points() {
            return new Points(List.of());
        }

        @Dependency
        static Script script(@Depends Events events, @Depends Points points) {
            return new Script(events, points.failing());
        }

        @Dependency
        static Yield<String> a(@Depends Script script) {
            return script.yield("a");
        }

        @Dependency(scope = DependencyScope.FUNCTION)
        static Yield<String> f(@Depends(name = "a") String a, @Depends Script script) {
            return script.yield("f");
        }

        @Dependency
        Yield<Counted> counted() {
            return Yield.open(() -> {
                        opened.incrementAndGet();
                        return new Counted(open.incrementAndGet());
                    })
                    .onClose(counted -> open.decrementAndGet());
        }
    }
}
