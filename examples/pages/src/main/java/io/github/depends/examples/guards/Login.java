package io.github.depends.examples.guards;

import jakarta.validation.constraints.NotBlank;

/** Who wants to enter. */
record Login(@NotBlank String name) {}
