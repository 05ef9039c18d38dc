package io.github.depends.examples.standalone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.RequestParam;

/** Which part of a list is wanted. */
record Page(
        @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {}
