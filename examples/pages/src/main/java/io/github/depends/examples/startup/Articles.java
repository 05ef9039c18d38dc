package io.github.depends.examples.startup;

import io.github.depends.Depends;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Asks for dependencies that are not in order. */
@RestController
class Articles {

    record Price(int cents) {}

    record Cart(Basket basket) {}

    record Basket(int size) {}

    record Connection(String url) {}

    record Transaction(Connection connection) {}

    record User(@RequestHeader("X-User") String name) {}

    @GetMapping("/articles")
    int list(@Depends User user, @Depends(name = "regulr") Price price) {
        return price.cents();
    }

    @GetMapping("/cart")
    int cart(@Depends Cart cart) {
        return cart.basket().size();
    }

    @PostMapping("/order")
    String order(@Depends Transaction transaction) {
        return transaction.connection().url();
    }
}
