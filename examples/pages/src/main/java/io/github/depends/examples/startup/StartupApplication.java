package io.github.depends.examples.startup;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class StartupApplication {}
