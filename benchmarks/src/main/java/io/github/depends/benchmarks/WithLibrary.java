package io.github.depends.benchmarks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The scenario by hand in an application that has this library, but uses no dependency; else as {@link WithoutLibrary}. */
@EnableAutoConfiguration
@Import({ByHand.class, Scenario.Settings.class})
class WithLibrary {

    public static void main(String... arguments) {
        SpringApplication.run(WithLibrary.class, arguments);
    }
}
