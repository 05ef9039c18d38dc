package io.github.depends.examples.security;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class SecurityApplication {}
