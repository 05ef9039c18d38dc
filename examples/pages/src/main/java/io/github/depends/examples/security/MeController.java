package io.github.depends.examples.security;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeController {

    @GetMapping("/me")
    User me(@Depends User user) {
        return user;
    }

    @PostMapping("/partners/orders")
    Partner order(@Depends Partner partner) {
        return partner;
    }
}
