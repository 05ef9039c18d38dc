package io.github.depends.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.depends.Dependency;
import io.github.depends.Depends;
import io.github.depends.testing.App;
import io.github.depends.testing.StartReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An exception handler that is inherited from a generic class means the types of the class that inherits it. */
class GenericExceptionHandlerTests {

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Stores.class,
                OfIntegers.class,
                OfStrings.class,
                Declared.class,
                IntegerAdvice.class,
                StringAdvice.class,
                PlainIntegers.class,
                PlainStrings.class,
                Nested.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/integers, OfIntegers store of integers",
        "/strings, OfStrings store of strings",
        "/integers/record, OfIntegers record of store of integers",
        "/strings/record, OfStrings record of store of strings",
        "/declared, Declared store of longs",
        "/plain/integers, IntegerAdvice store of integers",
        "/plain/strings, StringAdvice store of strings",
        "/nested, Nested store of strings",
    })
    void givesEachControllerAndAdviceItsOwn(String path, String answer) {
        assertThat(app.get(path).body()).isEqualTo(answer);
    }

    @Test
    void refusesBeansOfOneClassThatMeanDifferentDependencies() {
        assertThat(StartReport.faults(App.failure(Stores.class, OfIntegers.class, OfStrings.class, TwoBeans.class)))
                .hasSize(2)
                .contains(
                        "Parameter 2 (Optional asking) of Base.handle(Optional, Optional) means Asking<Integer> in one"
                                + " bean of Ambiguous and Asking<String> in another, and Spring MVC does not say which"
                                + " of them handles an exception."
                                + " | at io.github.depends.web.GenericExceptionHandlerTests$Base.handle(GenericExceptionHandlerTests.java)"
                                + " | => Write a subclass of Ambiguous for each, and declare the beans with these classes.");
    }

    @Test
    void refusesAHandlerOfWhichNothingSaysTheTypes() {
        assertThat(StartReport.faults(App.failure(Stores.class, Raw.class)))
                .contains(
                        "Parameter 1 (Optional store) of Base.handle(Optional, Optional) asks for Store<T>, and Raw does"
                                + " not say what T is."
                                + " | at io.github.depends.web.GenericExceptionHandlerTests$Base.handle(GenericExceptionHandlerTests.java)"
                                + " | => Make a bean of a class that extends or implements Base with type arguments.");
    }

    record Store<T>(String of) {

        @Override
        public String toString() {
            return "store of " + of;
        }
    }

    record Asking<T>(@Depends Store<T> store) {}

    static class Stores {

        @Dependency
        Store<Integer> integers() {
            return new Store<>("integers");
        }

        @Dependency
        Store<String> strings() {
            return new Store<>("strings");
        }

        @Dependency
        Store<Long> longs() {
            return new Store<>("longs");
        }
    }

    abstract static class Base<T> {

        @GetMapping
        String get(@Depends Store<T> store) {
            throw new IllegalStateException();
        }

        @GetMapping("/record")
        String record(@Depends Asking<T> asking) {
            throw new IllegalStateException();
        }

        @ExceptionHandler(IllegalStateException.class)
        String handle(@Depends Optional<Store<T>> store, @Depends Optional<Asking<T>> asking) {
            return getClass().getSimpleName()
                    + asking.map(any -> " record of ").orElse(" ")
                    + store.map(Object::toString).orElse("nothing");
        }
    }

    @RestController
    @RequestMapping("/integers")
    static class OfIntegers extends Base<Integer> {}

    @RestController
    @RequestMapping("/strings")
    static class OfStrings extends Base<String> {}

    static class Declared {

        @Bean
        Late<Long> declared() {
            return new Late<>();
        }
    }

    @RestController
    @RequestMapping("/declared")
    static class Late<T> extends Base<T> {

        @Override
        String handle(Optional<Store<T>> store, Optional<Asking<T>> asking) {
            return "Declared" + asking.map(any -> " record of ").orElse(" ")
                    + store.map(Object::toString).orElse("nothing");
        }
    }

    static class Failure extends RuntimeException {}

    interface Handles<T> {

        @ExceptionHandler(Failure.class)
        default String handle(@Depends @Nullable Store<T> store) {
            return getClass().getSimpleName() + " " + store;
        }
    }

    @RestControllerAdvice(assignableTypes = PlainIntegers.class)
    static class IntegerAdvice implements Handles<Integer> {}

    @RestControllerAdvice(assignableTypes = PlainStrings.class)
    static class StringAdvice implements Handles<String> {}

    @RestController
    @RequestMapping("/plain/integers")
    static class PlainIntegers {

        @GetMapping
        String get(@Depends Store<Integer> store) {
            throw new Failure();
        }
    }

    @RestController
    @RequestMapping("/plain/strings")
    static class PlainStrings {

        @GetMapping
        String get(@Depends Store<String> store) {
            throw new Failure();
        }
    }

    abstract static class Middle<A, B> extends Base<B> {}

    @RestController
    @RequestMapping("/nested")
    static class Nested extends Middle<Integer, String> {}

    static class TwoBeans {

        @Bean
        Ambiguous<Integer> ambiguousIntegers() {
            return new Ambiguous<>();
        }

        @Bean
        Ambiguous<String> ambiguousStrings() {
            return new Ambiguous<>();
        }
    }

    @RestControllerAdvice
    static class Ambiguous<T> extends Base<T> {}

    @RestController
    @RequestMapping("/raw")
    @SuppressWarnings("rawtypes")
    static class Raw extends Base {}
}
