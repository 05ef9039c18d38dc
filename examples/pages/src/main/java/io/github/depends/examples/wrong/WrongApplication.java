package io.github.depends.examples.wrong;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class WrongApplication {}
