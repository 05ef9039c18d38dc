package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.graph.DependencyGraph;
import io.github.depends.testing.App;
import io.github.depends.testing.Events;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class UnclosedValuesTests {

    private static final String CLOSES = ", which nothing closes when the request is over"
            + " (io.github.depends.autoconfigure.UnclosedValuesTests$";

    @Test
    void warnsOfValuesThatNothingCloses(CapturedOutput output) {
        try (App app = App.start(Sources.class, Settled.class, Opening.class, Pages.class)) {
            List<String> warnings = app.bean(DependencyGraph.class).warnings();
            assertThat(warnings.stream()
                            .map(warning -> warning.replaceAll("\\(UnclosedValuesTests\\.java:\\d+\\)", "")))
                    .containsExactly(
                            "'Opening.any' gives Closeable" + CLOSES + "Opening.any). Return Yield<Closeable> by"
                                    + " Yield.closing(value), or by Yield.of(value) if something else closes it.",
                            "'Opening.later' gives Session" + CLOSES + "Opening.later). Return"
                                    + " CompletionStage<Yield<Session>> by Yield.closing(value), or by Yield.of(value) if"
                                    + " something else closes it.",
                            "'Opening.maybe' gives Session" + CLOSES + "Opening.maybe). Return"
                                    + " Yield<Optional<Session>> by Yield.of(value).onClose(...), because"
                                    + " Yield.closing(value) does not look into an Optional, or by Yield.of(value) if"
                                    + " something else closes it.",
                            "'Opening.open' gives Session" + CLOSES + "Opening.open). Return Yield<Session> by"
                                    + " Yield.closing(value), or by Yield.of(value) if something else closes it.",
                            "'Opening.reactive' gives Session" + CLOSES + "Opening.reactive). Return"
                                    + " Mono<Yield<Session>> by Yield.closing(value), or by Yield.of(value) if something"
                                    + " else closes it.",
                            "'Unit' gives Unit" + CLOSES + "Unit.<init>). Make it in a @Dependency method that returns"
                                    + " Yield<Unit> by Yield.closing(new Unit(...)).");
            assertThat(output).contains(warnings);
        }
    }

    @Test
    void closesWhatReturnsTheYieldsThatTheWarningsName(CapturedOutput output) {
        try (App app = App.start(Sources.class, Settled.class, Closing.class, ClosingPages.class)) {
            assertThat(app.bean(DependencyGraph.class).warnings()).isEmpty();
            assertThat(output).doesNotContain("which nothing closes");
            assertThat(app.get("/all").body()).isEqualTo("open later maybe reactive any unit");
            app.events().await("closed open");
            assertThat(app.events().list())
                    .containsExactly(
                            "closed unit",
                            "closed any",
                            "closed reactive",
                            "closed maybe",
                            "closed later",
                            "closed open");
        }
    }

    record Session(String name, Events events) implements AutoCloseable {

        @Override
        public void close() {
            events.add("closed " + name);
        }
    }

    static final class Pool implements AutoCloseable {

        @Override
        public void close() {}
    }

    static class Sources {

        @Bean
        Pool pool() {
            return new Pool();
        }
    }

    /** What needs no closing at the end of a request. */
    @Component
    record Settled(Pool pool, Events events) {

        @Dependency
        Pool current() {
            return pool;
        }

        @Dependency
        Stream<String> words() {
            return Stream.of("a");
        }

        @Dependency
        IntStream numbers() {
            return IntStream.of(1);
        }

        @Dependency
        ByteArrayInputStream bytes() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Dependency
        Yield<Session> owned() {
            return Yield.closing(new Session("owned", events));
        }

        @Dependency
        Session renamed(@Depends(value = Settled.class, name = "owned") Session owned) {
            return owned;
        }
    }

    @Component
    record Opening(Events events) {

        @Dependency
        Session open() {
            return new Session("open", events);
        }

        @Dependency
        CompletionStage<Session> later() {
            return CompletableFuture.completedFuture(new Session("later", events));
        }

        @Dependency
        Optional<Session> maybe() {
            return Optional.of(new Session("maybe", events));
        }

        @Dependency
        Mono<Session> reactive() {
            return Mono.just(new Session("reactive", events));
        }

        @Dependency
        Closeable any() {
            return () -> {};
        }
    }

    record Unit(
            @Depends(value = Opening.class, name = "open") Session session) implements AutoCloseable {

        @Override
        public void close() {
            session.events().add("closed unit");
        }
    }

    @RestController
    static class Pages {

        @GetMapping("/unit")
        void unit(@Depends Unit unit) {}
    }

    /** Does word for word what the warnings say. */
    @Component
    record Closing(Events events) {

        @Dependency
        Yield<Session> open() {
            return Yield.closing(new Session("open", events));
        }

        @Dependency
        CompletionStage<Yield<Session>> later() {
            return CompletableFuture.completedFuture(new Session("later", events))
                    .thenApply(Yield::closing);
        }

        @Dependency
        Yield<Optional<Session>> maybe() {
            return Yield.of(Optional.of(new Session("maybe", events)))
                    .onClose(found -> found.ifPresent(Session::close));
        }

        @Dependency
        Mono<Yield<Session>> reactive() {
            return Mono.just(new Session("reactive", events)).map(Yield::closing);
        }

        @Dependency
        Yield<Closeable> any() {
            return Yield.closing(() -> events.add("closed any"));
        }

        @Dependency
        Yield<Unit> unit(@Depends(value = Closing.class, name = "open") Session session) {
            return Yield.closing(new Unit(session));
        }
    }

    @RestController
    static class ClosingPages {

        @GetMapping("/all")
        String all(
                @Depends(value = Closing.class, name = "open") Session open,
                @Depends(value = Closing.class, name = "later") Session later,
                @Depends(value = Closing.class, name = "maybe") Optional<Session> maybe,
                @Depends(value = Closing.class, name = "reactive") Session reactive,
                @Depends(value = Closing.class, name = "any") Closeable any,
                @Depends Unit unit) {
            return String.join(
                    " ", open.name(), later.name(), maybe.orElseThrow().name(), reactive.name(), "any", "unit");
        }
    }
}
