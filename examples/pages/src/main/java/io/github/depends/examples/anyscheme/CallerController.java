package io.github.depends.examples.anyscheme;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallerController {

    @GetMapping("/me")
    String me(@Depends Caller caller) {
        return caller.name();
    }
}
