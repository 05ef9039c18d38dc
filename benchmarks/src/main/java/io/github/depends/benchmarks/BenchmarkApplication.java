package io.github.depends.benchmarks;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** All ways of writing the scenario in one application. */
@SpringBootApplication
class BenchmarkApplication {}
