package com.zaxxer.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller of the application, in a package that begins like those of a library. */
@RestController
public class ShopController {

    /** Answers. */
    @GetMapping("/zaxxer/pets")
    public String pets() {
        return "pets of zaxxer";
    }
}
