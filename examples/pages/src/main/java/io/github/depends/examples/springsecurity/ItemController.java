package io.github.depends.examples.springsecurity;

import io.github.depends.Depends;
import io.github.depends.security.Security;
import io.github.depends.springsecurity.GrantedScopes;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ItemController {

    @Security(value = GrantedScopes.class, scopes = "items:read")
    @GetMapping("/items")
    List<Item> items() {
        return List.of(new Item("pen"));
    }

    @GetMapping("/account")
    Account account(@Depends Account account) {
        return account;
    }
}
