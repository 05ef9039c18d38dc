package io.swagger.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller of the application, in a package that begins like those of a library. */
@RestController
public class PetApiController {

    /** Answers. */
    @GetMapping("/swagger/pets")
    public String pets() {
        return "pets of swagger";
    }
}
