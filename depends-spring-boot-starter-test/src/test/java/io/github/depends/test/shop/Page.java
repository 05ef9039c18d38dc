package io.github.depends.test.shop;

import jakarta.validation.constraints.Max;
import org.springframework.web.bind.annotation.RequestParam;

public record Page(
        @RequestParam(defaultValue = "20") @Max(100) int limit) {}
