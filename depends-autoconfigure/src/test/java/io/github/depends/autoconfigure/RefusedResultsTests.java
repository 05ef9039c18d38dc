package io.github.depends.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A method whose result no dependency can have is told, whatever else could make the type that it was written for. */
class RefusedResultsTests {

    @Test
    void tellsTheResultInsteadOfMakingTheTypeInAnotherWay() {
        assertThat(StartReport.faults(App.failure(Mint.class, OtherWays.class, ByType.class)))
                .extracting(fault -> fault.replaceFirst(" \\| at .*", ""))
                .containsExactly(
                        "'Mint.record' returns Optional<Yield<Coin>>, which cannot be a dependency's result, because nobody would open or close the Yield in it.",
                        "'Mint.constructor' returns Optional<CompletionStage<Note>>, which cannot be a dependency's result.",
                        "'Mint.bean' returns Flux<Token>, which cannot be a dependency's result.",
                        "'Mint.method' returns List<Yield<Stamp>>, which cannot be a dependency's result, because nobody would open or close the Yield in it.",
                        "'Mint.primary' returns Optional<Optional<Seal>>, which cannot be a dependency's result.",
                        "'Mint.superType' returns Supplier<Yield<Gold>>, which cannot be a dependency's result, because nobody would open or close the Yield in it.",
                        "'Mint.text' returns Map<String, Yield<Long>>, which cannot be a dependency's result, because nobody would open or close the Yield in it.");
    }

    @ParameterizedTest
    @ValueSource(classes = {ManyCoins.class, AllCoins.class, NestedCoins.class, CoinsByName.class})
    void tellsTheResultToWhoAsksForWhatIsInTheYields(Class<?> asking) {
        assertThat(StartReport.faults(App.failure(Purses.class, asking)))
                .singleElement()
                .asString()
                .startsWith("'Purses.")
                .contains("cannot be a dependency's result, because nobody would open or close the Yield in it");
    }

    @Test
    void refusesAYieldInsideOfAnythingButAStage() {
        assertThat(StartReport.faults(App.failure(Holders.class, ByClass.class)))
                .hasSize(13)
                .allSatisfy(fault -> assertThat(fault)
                        .contains(
                                "cannot be a dependency's result, because nobody would open or close the Yield in it"));
    }

    @Test
    void looksAtResultsOnlyWhereTheyAreMeant() {
        try (App app = App.start(Mint.class, Unmet.class, Home.class)) {
            assertThat(app.get("/home?v=query").body()).isEqualTo("query, named");
        }
    }

    record Coin(@RequestParam String v) {}

    static class Note {

        @Dependency
        Note(@RequestParam String v) {}
    }

    record Token() {}

    record Stamp() {}

    record Seal() {}

    interface Metal {}

    record Gold(@RequestParam String v) implements Metal {}

    record Made(@RequestParam String v) {}

    record Named(String name) {}

    @Component
    static class Mint {

        @Dependency
        Optional<Yield<Coin>> record() {
            return Optional.empty();
        }

        @Dependency
        Optional<CompletionStage<Note>> constructor() {
            return Optional.empty();
        }

        @Dependency
        Flux<Token> bean() {
            return Flux.empty();
        }

        @Dependency
        List<Yield<Stamp>> method() {
            return List.of();
        }

        @Dependency
        Optional<Optional<Seal>> primary() {
            return Optional.empty();
        }

        @Dependency
        Supplier<Yield<Gold>> superType() {
            return () -> Yield.of(new Gold(""));
        }

        @Dependency
        Map<String, Yield<Long>> text() {
            return Map.of();
        }

        @Dependency
        Mono<Mono<Named>> other() {
            return Mono.empty();
        }
    }

    @Component
    static class OtherWays {

        @Bean
        static Token token() {
            return new Token();
        }

        @Dependency
        Stamp stamp() {
            return new Stamp();
        }

        @Dependency
        @Primary
        Seal seal() {
            return new Seal();
        }

        @Dependency(name = "text")
        String text() {
            return "";
        }
    }

    @RestController
    static class ByType {

        @GetMapping("/by-type")
        void byType(
                @Depends Coin coin,
                @Depends Note note,
                @Depends Token token,
                @Depends Stamp stamp,
                @Depends Seal seal,
                @Depends Metal metal,
                @Depends(name = "text") String text) {}
    }

    @Component
    static class Unmet {

        @Dependency
        Named named() {
            return new Named("named");
        }
    }

    @RestController
    static class Home {

        @GetMapping("/home")
        String home(@Depends Made made, @Depends(name = "named") Named named) {
            return made.v() + ", " + named.name();
        }
    }

    @Component
    static class Purses {

        @Dependency
        List<Yield<Coin>> list() {
            return List.of();
        }

        @Dependency
        Map<String, List<? extends Yield<Coin>>> nested() {
            return Map.of();
        }

        @Bean
        static Iterable<Coin> otherCoins() {
            return List.of();
        }
    }

    @RestController
    static class ManyCoins {

        @GetMapping("/coins")
        void coins(@Depends List<Coin> coins) {}
    }

    @RestController
    static class AllCoins {

        @GetMapping("/coins")
        void coins(@Depends Optional<Iterable<Coin>> coins) {}
    }

    @RestController
    static class NestedCoins {

        @GetMapping("/coins")
        void coins(@Depends Supplier<Map<String, List<Coin>>> coins) {}
    }

    @RestController
    static class CoinsByName {

        @GetMapping("/coins")
        void coins(@Depends(name = "list") List<Coin> coins) {}
    }

    static class Coins extends ArrayList<Yield<Coin>> {}

    interface Purse extends Supplier<Yield<Coin>> {}

    @Component
    static class Holders {

        @Dependency
        List<Yield<Coin>> list() {
            return List.of();
        }

        @Dependency
        Set<? extends Yield<Coin>> set() {
            return Set.of();
        }

        @Dependency
        Map<String, Yield<Coin>> map() {
            return Map.of();
        }

        @Dependency
        Yield<Coin>[] array() {
            return null;
        }

        @Dependency
        List<Yield<Coin>[]> arrays() {
            return List.of();
        }

        @Dependency
        Supplier<Yield<Coin>> supplier() {
            return null;
        }

        @Dependency
        Optional<Yield<Coin>> optional() {
            return Optional.empty();
        }

        @Dependency
        Optional<List<Yield<Coin>>> nested() {
            return Optional.empty();
        }

        @Dependency
        Yield<List<Yield<Coin>>> yieldOfMany() {
            return Yield.of(List.of());
        }

        @Dependency
        CompletionStage<Map<String, List<Yield<Coin>>>> later() {
            return null;
        }

        @Dependency
        Function<String, Yield<Coin>> function() {
            return name -> null;
        }

        @Dependency
        Coins ofOwnClass() {
            return new Coins();
        }

        @Dependency
        Purse ofOwnInterface() {
            return null;
        }
    }

    @RestController
    static class ByClass {

        @GetMapping("/by-class")
        void byClass(
                @Depends(value = Holders.class, name = "list") Object list,
                @Depends(value = Holders.class, name = "set") Object set,
                @Depends(value = Holders.class, name = "map") Object map,
                @Depends(value = Holders.class, name = "array") Object array,
                @Depends(value = Holders.class, name = "arrays") Object arrays,
                @Depends(value = Holders.class, name = "supplier") Object supplier,
                @Depends(value = Holders.class, name = "optional") Object optional,
                @Depends(value = Holders.class, name = "nested") Object nested,
                @Depends(value = Holders.class, name = "yieldOfMany") Object yieldOfMany,
                @Depends(value = Holders.class, name = "later") Object later,
                @Depends(value = Holders.class, name = "function") Object function,
                @Depends(value = Holders.class, name = "ofOwnClass") Object ofOwnClass,
                @Depends(value = Holders.class, name = "ofOwnInterface") Object ofOwnInterface) {}
    }
}
