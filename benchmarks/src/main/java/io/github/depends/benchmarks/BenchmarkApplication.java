package io.github.depends.benchmarks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** All ways of writing the scenario in one application. */
@SpringBootApplication
class BenchmarkApplication {

    public static void main(String... arguments) {
        SpringApplication.run(BenchmarkApplication.class, arguments);
    }
}
