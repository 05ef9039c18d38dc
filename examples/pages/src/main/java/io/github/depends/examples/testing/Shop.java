package io.github.depends.examples.testing;

import io.github.depends.Dependency;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the shop has. */
@Component
class Shop {

    @Dependency
    Basket first() {
        return new Basket(List.of());
    }

    @Dependency
    Basket second() {
        return new Basket(List.of());
    }

    @Dependency
    List<Item> items() {
        return List.of();
    }

    @Dependency
    Report report() {
        return new Report("nothing sold");
    }
}
