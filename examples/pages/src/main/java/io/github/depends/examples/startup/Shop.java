package io.github.depends.examples.startup;

import io.github.depends.Dependency;
import io.github.depends.DependencyScope;
import io.github.depends.Depends;
import io.github.depends.Yield;
import io.github.depends.examples.startup.Articles.Basket;
import io.github.depends.examples.startup.Articles.Cart;
import io.github.depends.examples.startup.Articles.Price;
import io.github.depends.examples.startup.Articles.Transaction;
import org.springframework.stereotype.Component;

/** Gives dependencies that are not in order. */
@Component
class Shop {

    @Dependency
    Price regular() {
        return new Price(200);
    }

    @Dependency
    Price reduced() {
        return new Price(150);
    }

    @Dependency
    Cart cart(@Depends Basket basket) {
        return new Cart(basket);
    }

    @Dependency
    Basket basket(@Depends Cart cart) {
        return cart.basket();
    }

    @Dependency(scope = DependencyScope.FUNCTION)
    Yield<Articles.Connection> connection() {
        return Yield.of(new Articles.Connection("jdbc:h2:mem:shop"));
    }

    @Dependency(scope = DependencyScope.REQUEST)
    Yield<Transaction> transaction(@Depends Articles.Connection connection) {
        return Yield.of(new Transaction(connection));
    }
}
