package io.github.depends.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.BackgroundTasks;
import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.resolution.OverdueYields;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What operators are told of yields, over real HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class YieldMetricsTests {

    private static final long AGE = 200;

    private static App app;
    private static MeterRegistry meters;

    @BeforeAll
    static void start() {
        app = App.start(
                "depends.yields.open-warning-age=" + AGE + "ms", Meters.class, Parts.class, Hold.class, Pages.class);
        meters = app.bean(MeterRegistry.class);
        app.bean(YieldMetrics.class).bindTo(meters); // as Spring Boot's module for metrics does
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
        app.bean(Hold.class).held = new CountDownLatch(1);
    }

    @Test
    void aYieldThatIsOpenForLongIsToldOnceByDependencyAndMapping(CapturedOutput output) throws Exception {
        CompletableFuture<?> answer = CompletableFuture.supplyAsync(() -> app.get("/held/secret-4711"));
        app.events().await("held");
        CompletableFuture<?> job =
                CompletableFuture.runAsync(() -> app.bean(Dependencies.class).run(open -> {
                    open.get(Lease.class);
                    app.bean(Hold.class).here();
                }));
        await(() -> warnings(output, "for a callback of Dependencies").size() == 1);
        await(() -> meters.get("depends.yields.overdue").gauge().value() == 2);
        assertThat(meters.get("depends.yields.open").gauge().value()).isEqualTo(2);
        app.bean(OverdueYields.class).warn();
        app.bean(OverdueYields.class).warn();
        app.bean(Hold.class).held.countDown();
        answer.get(20, TimeUnit.SECONDS);
        job.get(20, TimeUnit.SECONDS);
        app.events().clear();

        assertThat(meters.get("depends.yields.open").gauge().value()).isZero();
        assertThat(meters.get("depends.yields.overdue").gauge().value()).isZero();
        assertThat(warnings(output, "has been open")).hasSize(2);
        assertThat(warnings(output, "for GET /held/{id}"))
                .singleElement()
                .asString()
                .containsPattern(
                        "'Parts.lease', opened for GET /held/\\{id}, has been open for \\d+ ms\\. Look for a call"
                                + " that hangs, or set depends\\.yields\\.open-warning-age \\(now 200ms\\)")
                .doesNotContain("4711");
    }

    @Test
    void failuresThatComeTooLateAreCounted(CapturedOutput output) {
        assertThat(meters.get("depends.yields.failures")
                        .tag("dependency", "Parts.lease")
                        .counter()
                        .count())
                .isZero();
        double tasks = meters.get("depends.tasks.failures").counter().count();
        assertThat(app.get("/failing/secret-4711").statusCode()).isEqualTo(200);
        app.events().await("task");
        await(() -> meters.get("depends.tasks.failures").counter().count() == tasks + 1);

        assertThat(meters.get("depends.yields.failures")
                        .tag("dependency", "Parts.failing")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(output)
                .contains("Closing 'Parts.failing', opened for GET /failing/{id}, failed too late for an answer")
                .contains("A background task of GET /failing/{id} failed");
    }

    @Test
    void tagsTellDependenciesAndNothingOfTheRequest() {
        assertThat(meters.getMeters().stream()
                        .filter(meter -> meter.getId().getName().startsWith("depends."))
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .map(Tag::toString))
                .allMatch(tag -> tag.matches("tag\\(dependency=Parts\\.\\w+\\)"));
    }

    private static List<String> warnings(CapturedOutput output, String text) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("WARN") && line.contains(text))
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    static class Meters {

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }

    record Lease() {}

    record Failing() {}

    @Component
    static class Parts {

        @Dependency
        Yield<Lease> lease() {
            return Yield.of(new Lease());
        }

        @Dependency
        Yield<Failing> failing() {
            return Yield.of(new Failing()).onClose(value -> {
                throw new IllegalStateException("closing");
            });
        }
    }

    @Component
    static class Hold {

        private final Events events;
        private volatile CountDownLatch held = new CountDownLatch(1);

        Hold(Events events) {
            this.events = events;
        }

        void here() {
            events.add("held");
            try {
                held.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @RestController
    static class Pages {

        private final Events events;

        Pages(Events events) {
            this.events = events;
        }

        @GetMapping("/held/{id}")
        String held(@PathVariable String id, @Depends Lease lease, @Depends Hold hold) {
            hold.here();
            return "held";
        }

        @GetMapping("/failing/{id}")
        String failing(@PathVariable String id, @Depends Failing failing, BackgroundTasks tasks) {
            tasks.add(() -> {
                events.add("task");
                throw new IllegalStateException("task");
            });
            return "failing";
        }
    }
}
