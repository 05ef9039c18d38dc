package org.springframework.web.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A controller that is a library's where a jar of Spring's holds it. */
@RestController
public class LibraryController {

    /** Answers. */
    @GetMapping("/library")
    public String library() {
        return "library";
    }
}
