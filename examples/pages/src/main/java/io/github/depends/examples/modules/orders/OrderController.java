package io.github.depends.examples.modules.orders;

import io.github.depends.Depends;
import io.github.depends.examples.modules.users.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    @GetMapping("/orders")
    String orders(@Depends User user) {
        return "orders of " + user.name();
    }
}
