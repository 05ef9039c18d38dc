package io.github.depends.examples.jpa;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class JpaApplication {}
