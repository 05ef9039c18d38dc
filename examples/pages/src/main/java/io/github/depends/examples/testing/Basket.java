package io.github.depends.examples.testing;

import java.util.List;

/** What somebody is going to buy. */
record Basket(List<Item> items) {}
