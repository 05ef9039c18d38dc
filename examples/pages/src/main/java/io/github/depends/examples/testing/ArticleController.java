package io.github.depends.examples.testing;

import io.github.depends.Depends;
import io.github.depends.Exempt;
import io.github.depends.security.ApiKey;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the tests of docs/testing.md send requests to. */
@RestController
class ArticleController {

    @GetMapping("/me")
    String me(@Depends User user) {
        return user.name();
    }

    @GetMapping("/basket")
    List<Item> basket(@Depends(name = "first") Basket first, @Depends(name = "second") Basket second) {
        return second.items();
    }

    @GetMapping("/items")
    List<Item> items(@Depends List<Item> items) {
        return items;
    }

    @GetMapping("/partner")
    String partner(@Depends(value = ApiKey.class, name = "partnerKey") String key) {
        return "let in";
    }

    @Exempt(User.class)
    @PostMapping("/login")
    String login(@RequestParam String name) {
        return name;
    }

    @GetMapping("/greeting")
    String greeting(@Say("hello") Text text) {
        return text.value();
    }

    @RequireRole("boss")
    @DeleteMapping("/articles/{slug}")
    String delete(@PathVariable String slug) {
        return slug + " is gone";
    }
}
