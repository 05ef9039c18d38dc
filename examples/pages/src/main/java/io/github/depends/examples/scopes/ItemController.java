package io.github.depends.examples.scopes;

import io.github.depends.security.Security;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ItemController {

    @GetMapping("/items")
    List<Item> items(@Security(scopes = "items:read") User user) {
        return List.of(new Item("pen"));
    }
}
