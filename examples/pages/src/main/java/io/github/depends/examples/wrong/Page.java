package io.github.depends.examples.wrong;

import jakarta.validation.constraints.Max;
import org.springframework.web.bind.annotation.RequestParam;

/** Which part of a list is wanted. */
record Page(@RequestParam(defaultValue = "20") @Max(100) int limit) {}
