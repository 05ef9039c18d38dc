package io.github.depends.examples.tasks;

import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.RequestParam;

/** Registers the user whom a request names. */
record Registration(@RequestParam @NotBlank String name) {

    User register() {
        return new User(name);
    }
}
