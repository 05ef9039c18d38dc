package io.github.depends.examples.token;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TokenApplication {}
