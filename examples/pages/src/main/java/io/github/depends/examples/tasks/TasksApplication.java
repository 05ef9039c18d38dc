package io.github.depends.examples.tasks;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TasksApplication {}
