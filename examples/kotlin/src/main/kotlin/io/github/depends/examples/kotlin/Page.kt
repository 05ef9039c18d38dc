package io.github.depends.examples.kotlin

import jakarta.validation.constraints.Max
import jakarta.validation.constraints.Min
import org.springframework.web.bind.annotation.RequestParam

data class Page(
    @RequestParam @Min(1) @Max(100) val limit: Int = 20,
    @RequestParam @Min(0) val offset: Int = 0,
)
