package io.github.depends.examples.guards;

import jakarta.validation.constraints.NotBlank;

/** What is ordered. */
record Order(@NotBlank String product) {}
