package io.github.depends.examples.openapi;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class OpenApiApplication {}
