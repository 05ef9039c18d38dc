package io.github.depends.benchmarks;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** An application of nothing but what is registered beside it. */
@EnableAutoConfiguration
class Bare {}
