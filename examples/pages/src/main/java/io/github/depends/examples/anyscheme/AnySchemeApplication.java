package io.github.depends.examples.anyscheme;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class AnySchemeApplication {}
