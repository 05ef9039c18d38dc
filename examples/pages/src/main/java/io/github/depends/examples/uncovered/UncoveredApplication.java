package io.github.depends.examples.uncovered;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class UncoveredApplication {}
