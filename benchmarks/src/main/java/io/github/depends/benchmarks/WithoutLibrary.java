package io.github.depends.benchmarks;

import io.github.depends.autoconfigure.DependsAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The scenario by hand in an application that lacks this library. */
@EnableAutoConfiguration(exclude = DependsAutoConfiguration.class)
@Import({ByHand.class, Scenario.Settings.class})
class WithoutLibrary {

    public static void main(String... arguments) {
        SpringApplication.run(WithoutLibrary.class, arguments);
    }
}
