package io.github.depends.benchmarks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The scenario with this library, and by hand in an application that has it; else as {@link WithoutLibrary}. */
@EnableAutoConfiguration
@Import({ByDependencies.class, ByHand.class, Scenario.Settings.class})
class WithLibrary {

    public static void main(String... arguments) {
        SpringApplication.run(WithLibrary.class, arguments);
    }
}
