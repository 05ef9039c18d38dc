package io.github.depends.examples.wrong;

import jakarta.validation.constraints.NotBlank;

/** What is written. */
record Article(@NotBlank String title) {}
