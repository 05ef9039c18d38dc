package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependencies;
import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.resolution.LateFailureListener;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import io.github.depends.testing.Script;
import io.github.depends.testing.Script.Boom;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Stages that are under way together, ended by the test in an order of its choice, over real HTTP. */
class ParallelAcquisitionTests {

    private static final String COMPLETED =
            "handle, s3 success, s2 success, s1 success, s3 outcome: success, s3 close, s2 outcome: success, s2 close,"
                    + " s1 outcome: success, s1 close";

    private static App app;
    private static Stages stages;
    private static ExecutorService client;

    @BeforeAll
    static void start() {
        app = App.start("depends.acquire.parallel=true", Stages.class, Yields.class, Pages.class, Late.class);
        stages = app.bean(Stages.class);
        client = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        app.close();
        client.shutdownNow();
    }

    @BeforeEach
    void forget() {
        app.events().clear();
        stages.forget();
        app.bean(Late.class).failed.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s1 s2 s3", "s1 s3 s2", "s2 s1 s3", "s2 s3 s1", "s3 s1 s2", "s3 s2 s1"})
    void stagesOverlapAndYieldsCloseInReverseDeclaredOrderWhateverArrivesFirst(String order) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/three");
        app.events().await("s3 begun");
        for (String stage : order.split(" ")) {
            stages.deliver(stage);
        }

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 s2 s3");
        assertThat(events("s1 close"))
                .isEqualTo("s1 begun, s2 begun, s3 begun, s1 open, s1 ready, s2 open, s2 ready, s3 open, s3 ready, "
                        + COMPLETED);
    }

    @Test
    void aDependencyWaitsForTheStageItNeedsAndForNoOther() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/needs");
        app.events().await("s2 begun");
        assertThat(app.events().list()).containsExactly("s1 begun", "s2 begun");
        stages.deliver("s2");
        app.events().await("s3 begun");
        assertThat(app.events().list())
                .containsExactly("s1 begun", "s2 begun", "s2 open", "s2 ready", "made of s2", "s3 begun");
        stages.deliver("s3");
        stages.deliver("s1");

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 s2 s3");
        assertThat(events("s1 close")).endsWith("s1 open, s1 ready, s3 open, s3 ready, " + COMPLETED);
    }

    @Test
    void aYieldThatIsThereAtOnceClosesInDeclaredOrderToo() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/mixed");
        app.events().await("p ready");
        stages.deliver("s1");

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 p");
        assertThat(events("s1 close"))
                .isEqualTo("s1 begun, p open, p ready, s1 open, s1 ready, handle, p success, s1 success,"
                        + " p outcome: success, p close, s1 outcome: success, s1 close");
    }

    @Test
    void aLazyUseWaitsForTheStageThatIsUnderWay() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/lazy");
        app.events().await("asks for s1");
        stages.deliver("s1");
        app.events().await("s2 begun");
        stages.deliver("s2");

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 of s1 s2");
        assertThat(app.events().list())
                .startsWith("s1 begun", "asks for s1", "s1 open", "s1 ready", "s2 begun", "s2 open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/empty", "/absent"})
    void aStageMayDeliverNothing(String path) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get(path);
        if (!path.equals("/absent")) {
            app.events().await("none begun");
            stages.get("none").complete(path.equals("/none") ? null : Optional.empty());
        }
        app.events().await("s1 begun");
        stages.deliver("s1");

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("null s1");
    }

    @ParameterizedTest
    @CsvSource({"s1 s2", "s2 s1"})
    void ofSeveralFailuresTheFirstInDeclaredOrderCounts(String order) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/three");
        app.events().await("s3 begun");
        for (String stage : order.split(" ")) {
            stages.get(stage).completeExceptionally(new CompletionException(new Boom(stage + " failed")));
        }

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 failed");
        assertThat(app.events().list()).containsExactly("s1 begun", "s2 begun", "s3 begun");
        stages.deliver("s3");
        assertThat(events("s3 close"))
                .endsWith("s3 open, s3 ready, s3 error: s1 failed, s3 outcome: failure s1 failed, s3 close");
        assertThat(app.bean(Late.class).failed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailureThatIsNeededEarlierDoesNotOvertakeThoseDeclaredBeforeIt(boolean firstFailsToo) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/needs");
        app.events().await("s2 begun");
        stages.get("s2").completeExceptionally(new Boom("s2 failed"));
        if (firstFailsToo) {
            stages.get("s1").completeExceptionally(new Boom("s1 failed"));
        } else {
            stages.deliver("s1");
        }

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo(firstFailsToo ? "s1 failed" : "s2 failed");
        assertThat(app.events().list()).doesNotContain("s3 begun");
        if (!firstFailsToo) {
            assertThat(events("s1 close")).contains("s1 open, s1 ready, s1 error: s2 failed");
        }
    }

    @Test
    void whatHasArrivedBehindTheFailureIsClosedBeforeTheRest() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/three");
        app.events().await("s3 begun");
        stages.deliver("s3");
        stages.get("s2").completeExceptionally(new Boom("s2 failed"));
        stages.deliver("s1");

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s2 failed");
        assertThat(events("s1 close"))
                .isEqualTo("s1 begun, s2 begun, s3 begun, s1 open, s1 ready,"
                        + " s3 open, s3 ready, s3 error: s2 failed, s3 outcome: failure s2 failed, s3 close,"
                        + " s1 error: s2 failed, s1 outcome: failure s2 failed, s1 close");
    }

    @Test
    void aDependencyThatFailsAtOnceWaitsForThoseDeclaredBeforeIt() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/refused");
        app.events().await("refused");
        assertThat(answer).isNotDone();
        stages.deliver("s1");

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("refused");
        assertThat(events("s1 close"))
                .isEqualTo("s1 begun, refused, s1 open, s1 ready,"
                        + " s1 error: refused, s1 outcome: failure refused, s1 close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3 open", "s3 ready", "s3 error", "s3 outcome", "s3 close"})
    void aCallbackThatFailsTooLateIsCountedAndKeepsNoOtherFromRunning(String point) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/three?failing=" + point.replace(" ", "%20"));
        app.events().await("s3 begun");
        stages.get("s1").completeExceptionally(new Boom("s1 failed"));
        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 failed");
        stages.deliver("s3");

        assertThat(app.bean(Late.class).failed).containsExactly("Yields.s3");
        assertThat(app.events().list()).contains(point.equals("s3 open") ? "s3 open" : "s3 close");
    }

    @ParameterizedTest
    @CsvSource({"/three, s3 begun", "/first, s1 begun", "/needs, s2 begun"})
    void anInterruptedRequestWaitsNoMoreAndClosesWhatArrives(String path, String begun) throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get(path);
        app.events().await(begun);
        stages.thread.interrupt();

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("interrupted");
        stages.deliver("s1");
        assertThat(events("s1 close"))
                .endsWith("s1 open, s1 ready, s1 error: InterruptedException,"
                        + " s1 outcome: failure InterruptedException, s1 close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aStageThatTakesTooLongFailsTheRequestAndIsClosedWhenItArrives(boolean parallel) {
        try (App impatient = App.start(
                "depends.acquire.parallel=" + parallel,
                "depends.acquire.timeout=50ms",
                Stages.class,
                Yields.class,
                Pages.class)) {
            assertThat(impatient.get("/stopped").body())
                    .isEqualTo("'Yields.s1' was not delivered within 50 ms (depends.acquire.timeout)");
            impatient.events().await("p close");
            impatient.bean(Stages.class).deliver("s1");
            assertThat(String.join(", ", impatient.events().await("s1 close")))
                    .isEqualTo("p open, p ready, s1 begun, p error: TimeoutException,"
                            + " p outcome: failure TimeoutException, p close, s1 open, s1 ready,"
                            + " s1 error: TimeoutException, s1 outcome: failure TimeoutException, s1 close");
        }
    }

    @Test
    void aYieldThatIsDeliveredTwiceIsOpenedOnceAndAnotherOneIsClosedAtOnce() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/twice");
        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("first");
        assertThat(events("first close"))
                .isEqualTo("second open, second ready, second error: IllegalStateException,"
                        + " second outcome: failure IllegalStateException, second close,"
                        + " first open, first ready, handle, first success, first outcome: success, first close");
    }

    @Test
    void onlyAnOwnSubscriptionIsCancelled() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = get("/needless");
        app.events().await("s3 begun");
        stages.get("s1").completeExceptionally(new Boom("s1 failed"));

        assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("s1 failed");
        assertThat(app.events().await("value cancelled")).doesNotContain("yield cancelled");
        assertThat(stages.get("s3")).isNotDone();
        app.bean(Yields.class).second.tryEmitValue(new Script(app.events(), List.of()).yield("second"));
        assertThat(app.events().list()).endsWith("second outcome: failure s1 failed", "second close");
    }

    @Test
    void stagesOverlapOutsideRequestsToo() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                () -> app.bean(Dependencies.class)
                        .call(open -> open.with(Script.class, new Script(app.events(), List.of()))
                                .get(All.class)
                                .text()),
                client);
        app.events().await("s3 begun");
        List.of("s3", "s1", "s2").forEach(stages::deliver);

        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("s1 s2 s3");
        assertThat(events("s1 close"))
                .isEqualTo("s1 begun, s2 begun, s3 begun, s1 open, s1 ready, s2 open, s2 ready, s3 open, s3 ready, "
                        + COMPLETED.substring("handle, ".length()));
    }

    @Test
    void outsideRequestsTheFirstFailureCountsAndWhatWasGivenUpRunsAgain() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                () -> app.bean(Dependencies.class).call(open -> {
                    open.with(Script.class, new Script(app.events(), List.of()));
                    try {
                        return open.get(All.class).text();
                    } catch (Boom failed) {
                        app.events().add(failed.getMessage());
                        return open.get(Yields.class, "s3", String.class);
                    }
                }),
                client);
        app.events().await("s3 begun");
        CompletableFuture<Object> givenUp = stages.get("s3");
        stages.get("s2").completeExceptionally(new Boom("s2 failed"));
        stages.get("s1").completeExceptionally(new Boom("s1 failed"));
        app.events().await("s1 failed");
        givenUp.complete("late");
        app.events().await("late close");
        app.events().await("s3 begun again");
        stages.deliver("s3");

        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("s3");
        assertThat(app.events().list())
                .containsSubsequence("s1 begun", "s2 begun", "s3 begun", "s1 failed", "s3 begun again")
                .containsSubsequence("late open", "late error: s1 failed", "late close")
                .containsSubsequence("s3 open", "s3 success", "s3 close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void whatIsDeliveredWhenTheApplicationHasStoppedIsClosedAtOnce(boolean parallel) {
        Events events;
        Stages own;
        try (App stopping = stopping(parallel)) {
            events = stopping.events();
            own = stopping.bean(Stages.class);
            client.execute(() -> stopping.get("/stopped"));
            events.await("s1 begun");
        }
        events.await("p close");
        own.deliver("s1");
        assertThat(events.await("s1 close")).containsSubsequence("p error: InterruptedException", "p close", "s1 open");
    }

    @Test
    void whatIsOpenedWhenTheApplicationHasStoppedIsClosedAtOnce() {
        Events events;
        Stages own;
        try (App stopping = stopping(false)) {
            events = stopping.events();
            own = stopping.bean(Stages.class);
            client.execute(() -> stopping.get("/stubborn"));
            events.await("stubborn begun");
        }
        assertThat(events.await("p close")).contains("p error: IllegalStateException");
        own.deliver("stubborn");
        assertThat(events.await("q close"))
                .endsWith(
                        "q open",
                        "q ready",
                        "q error: AbandonedException",
                        "q outcome: failure AbandonedException",
                        "q close");
    }

    private static App stopping(boolean parallel) {
        return App.start(
                "depends.acquire.parallel=" + parallel,
                "spring.lifecycle.timeout-per-shutdown-phase=100ms",
                Stages.class,
                Yields.class,
                Pages.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void amongAThousandRequestsNothingStaysOpen(boolean parallel) throws Exception {
        Counted counted;
        try (App busy = App.start("depends.acquire.parallel=" + parallel, Counted.class)) {
            counted = busy.bean(Counted.class);
            CountDownLatch clients = new CountDownLatch(100);
            for (int each = 0; each < 100; each++) {
                int first = each;
                client.execute(() -> {
                    for (int number = first; number < 1000; number += 100) {
                        busy.get("/counted?number=" + number);
                    }
                    clients.countDown();
                });
            }
            assertThat(clients.await(60, TimeUnit.SECONDS)).isTrue();
            counted.later.shutdown();
            assertThat(counted.later.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(counted.closed.get()).isEqualTo(counted.opened.get()).isGreaterThan(1000);
        assertThat(counted.handled.get()).isEqualTo(400);
        assertThat(counted.tooLate.get() > 0).isEqualTo(parallel);
    }

    private static CompletableFuture<HttpResponse<String>> get(String path) {
        return CompletableFuture.supplyAsync(() -> app.get(path), client);
    }

    private static String events(String last) {
        return String.join(", ", app.events().await(last));
    }

    /** Stages that are under way until the test ends them. */
    @Component
    static class Stages {

        private final Map<String, CompletableFuture<Object>> underWay = new ConcurrentHashMap<>();
        private final Events events;
        private volatile Thread thread = Thread.currentThread();

        Stages(Events events) {
            this.events = events;
        }

        void forget() {
            underWay.clear();
        }

        CompletableFuture<Object> begin(String name) {
            thread = Thread.currentThread();
            CompletableFuture<Object> begun = new CompletableFuture<>();
            boolean again = underWay.put(name, begun) != null;
            events.add(name + (again ? " begun again" : " begun"));
            return begun;
        }

        CompletableFuture<Object> get(String name) {
            return underWay.get(name);
        }

        void deliver(String name) {
            get(name).complete(name);
        }

        CompletionStage<Yield<String>> yield(String name, Script script) {
            return begin(name).thenApply(value -> script.yield((String) value));
        }
    }

    @Component
    static class Late implements LateFailureListener {

        final List<String> failed = new CopyOnWriteArrayList<>();

        @Override
        public void callbackFailed(String dependency) {
            failed.add(dependency);
        }

        @Override
        public void taskFailed(String owner) {}
    }

    record All(
            @Depends(name = "s1") String s1,
            @Depends(name = "s2") String s2,
            @Depends(name = "s3") String s3) {

        String text() {
            return s1 + " " + s2 + " " + s3;
        }
    }

    record OfSecond(String text) {}

    record Asking(String text) {}

    record Refused() {}

    record Value(String text) {}

    @Component
    static class Yields {

        private final Sinks.One<Yield<String>> second = Sinks.one();
        private final Stages stages;
        private final Events events;

        Yields(Stages stages, Events events) {
            this.stages = stages;
            this.events = events;
        }

        @Dependency
        Script script(@RequestParam(defaultValue = "") List<String> failing) {
            return new Script(events, failing);
        }

        @Dependency
        CompletionStage<Yield<String>> s1(@Depends Script script) {
            return stages.yield("s1", script);
        }

        @Dependency
        CompletionStage<Yield<String>> s2(@Depends Script script) {
            return stages.yield("s2", script);
        }

        @Dependency
        CompletionStage<Yield<String>> s3(@Depends Script script) {
            return stages.yield("s3", script);
        }

        @Dependency
        Yield<String> q(@Depends Script script) {
            stages.begin("stubborn").join(); // an interrupt does not end it
            return script.yield("q");
        }

        @Dependency
        Yield<String> p(@Depends Script script) {
            return script.yield("p");
        }

        @Dependency
        OfSecond ofSecond(@Depends(name = "s2") String s2) {
            events.add("made of " + s2);
            return new OfSecond(s2);
        }

        @Dependency
        Asking asking(@Depends(name = "s1") Supplier<String> s1) {
            events.add("asks for s1");
            return new Asking("of " + s1.get());
        }

        @Dependency
        Refused refused() {
            events.add("refused");
            throw new Boom("refused");
        }

        @Dependency
        CompletionStage<String> none() {
            return stages.begin("none").thenApply(value -> (String) value);
        }

        @Dependency
        @SuppressWarnings("unchecked")
        CompletionStage<Optional<String>> empty() {
            return stages.begin("none").thenApply(value -> (Optional<String>) value);
        }

        @Dependency
        @Nullable CompletionStage<String> absent() {
            return null;
        }

        @Dependency
        CompletionStage<Yield<String>> twice(@Depends Script script) {
            Yield<String> first = script.yield("first");
            return new RepeatedStage(first, first, script.yield("second"));
        }

        @Dependency
        Mono<Value> value() {
            return Mono.<Value>never().doOnCancel(() -> events.add("value cancelled"));
        }

        @Dependency
        Mono<Yield<String>> second() {
            return second.asMono().doOnCancel(() -> events.add("yield cancelled"));
        }
    }

    /** A stage that breaks its contract and delivers several times. */
    private static final class RepeatedStage extends CompletableFuture<Yield<String>> {

        private final List<Yield<String>> values;

        @SafeVarargs
        RepeatedStage(Yield<String>... values) {
            this.values = List.of(values);
        }

        @Override
        public CompletableFuture<Yield<String>> whenComplete(
                BiConsumer<? super Yield<String>, ? super Throwable> action) {
            values.forEach(value -> action.accept(value, null));
            return this;
        }
    }

    @RestController
    static class Pages {

        private final Events events;

        Pages(Events events) {
            this.events = events;
        }

        @GetMapping("/three")
        String three(
                @Depends(name = "s1") String s1, @Depends(name = "s2") String s2, @Depends(name = "s3") String s3) {
            return handled(s1, s2, s3);
        }

        @GetMapping("/first")
        String first(@Depends(name = "s1") String s1) {
            return handled(s1);
        }

        @GetMapping("/needs")
        String needs(@Depends(name = "s1") String s1, @Depends OfSecond second, @Depends(name = "s3") String s3) {
            return handled(s1, second.text(), s3);
        }

        @GetMapping("/mixed")
        String mixed(@Depends(name = "s1") String s1, @Depends(name = "p") String p) {
            return handled(s1, p);
        }

        @GetMapping("/stopped")
        String stopped(@Depends(name = "p") String p, @Depends(name = "s1") String s1) {
            return handled(p, s1);
        }

        @GetMapping("/stubborn")
        String stubborn(@Depends(name = "p") String p, @Depends(name = "q") String q) {
            return handled(p, q);
        }

        @GetMapping("/lazy")
        String lazy(@Depends(name = "s1") String s1, @Depends Asking asking, @Depends(name = "s2") String s2) {
            return handled(s1, asking.text(), s2);
        }

        @GetMapping("/none")
        String none(@Depends(name = "none") @Nullable String none, @Depends(name = "s1") String s1) {
            return handled(none, s1);
        }

        @GetMapping("/empty")
        String empty(@Depends(name = "empty") @Nullable String empty, @Depends(name = "s1") String s1) {
            return handled(empty, s1);
        }

        @GetMapping("/absent")
        String absent(@Depends(name = "absent") @Nullable String absent, @Depends(name = "s1") String s1) {
            return handled(absent, s1);
        }

        @GetMapping("/refused")
        String refused(@Depends(name = "s1") String s1, @Depends Refused refused, @Depends(name = "s2") String s2) {
            return handled(s1, s2);
        }

        @GetMapping("/twice")
        String twice(@Depends(name = "twice") String twice) {
            return handled(twice);
        }

        @GetMapping("/needless")
        String needless(
                @Depends(name = "s1") String s1,
                @Depends Value value,
                @Depends(name = "second") String second,
                @Depends(name = "s3") String s3) {
            return handled(s1, s3);
        }

        private String handled(@Nullable String... values) {
            events.add("handle");
            return String.join(" ", values);
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
        String failed(Boom failure) {
            return failure.getMessage();
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
        String tookTooLong(TimeoutException failure) {
            return failure.getMessage();
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
        String interrupted(InterruptedException failure) {
            return "interrupted";
        }
    }

    record Number(@RequestParam int number) {

        /** Fails for one of five requests. */
        void at(int turn) {
            if (number % 5 == turn) {
                throw new Boom("turn " + turn);
            }
        }
    }

    record A() {}

    record B() {}

    record C() {}

    record Check() {}

    /** Yields that are delivered a little later, and fail here and there. */
    @RestController
    static class Counted {

        final ScheduledExecutorService later = Executors.newScheduledThreadPool(4);
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        final AtomicInteger handled = new AtomicInteger();
        final AtomicInteger tooLate = new AtomicInteger();

        @Dependency
        CompletionStage<Yield<A>> a(@Depends Number number) {
            return deliver(counted(new A()).onSuccess(value -> number.at(0)), number.number() % 3);
        }

        @Dependency
        CompletionStage<Yield<B>> b(@Depends Number number) {
            return deliver(counted(new B()).onOpen(value -> number.at(1)), number.number() % 4);
        }

        @Dependency
        Check check(@Depends Number number) {
            number.at(2);
            return new Check();
        }

        @Dependency
        CompletionStage<Yield<C>> c(@Depends Number number) {
            return deliver(
                    counted(new C()).onError((value, failure) -> {
                        if (Thread.currentThread().getName().startsWith("pool")) {
                            tooLate.incrementAndGet();
                        }
                    }),
                    20);
        }

        @GetMapping("/counted")
        String counted(@Depends A a, @Depends B b, @Depends C c, @Depends Check check, @Depends Number number) {
            number.at(3);
            handled.incrementAndGet();
            return "counted";
        }

        private <T> Yield<T> counted(T value) {
            return Yield.open(() -> {
                        opened.incrementAndGet();
                        return value;
                    })
                    .onClose(any -> closed.incrementAndGet());
        }

        private <T> CompletionStage<Yield<T>> deliver(Yield<T> yield, int milliseconds) {
            CompletableFuture<Yield<T>> delivered = new CompletableFuture<>();
            later.schedule(() -> delivered.complete(yield), milliseconds, TimeUnit.MILLISECONDS);
            return delivered;
        }
    }
}
