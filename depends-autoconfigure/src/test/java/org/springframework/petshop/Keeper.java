package org.springframework.petshop;

import org.springframework.web.bind.annotation.RequestParam;

/** A dependency of the application, made by its constructor, in a package that begins like those of Spring. */
public record Keeper(@RequestParam(defaultValue = "kim") String name) {}
